import Desk
import DeskTesting
import GRDB
import Mail
import Testing
import Vault

@testable import Store

/// What writing first leaves in the two files. That it is sealed is a matter of `NoPlaintextTests`.
@Suite struct WritingFirstTests {
    @Test func `a person's key is made once, before the rows, and never for a repeated or known one`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let draft = try OpeningDraft.sample { $0.idempotencyKey = "k" }
        _ = try await subject.opened(draft)
        #expect(try await keys(fixture) == 1)
        _ = try await subject.opening(draft)
        _ = try await subject.opened(.sample())
        #expect(try await keys(fixture) == 1)
        _ = try await subject.open(.make { $0.messageID = "first@customer.example" })
        #expect(try await keys(fixture) == 1)
        // Erased since: the request said again answers with what it made, and makes nobody.
        try await fixture.store.engine.pool.write { try $0.execute(sql: "DELETE FROM person") }
        guard case .repeated = try await subject.opening(draft) else {
            Issue.record("it was carried out twice")
            return
        }
        #expect(try await keys(fixture) == 1)
    }

    @Test func `a mail that cannot be composed leaves nothing behind it`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        // The desk refuses such an address before it asks the store; the store keeps its word all the same.
        let outcome = try await subject.opening(.sample { $0.to = try Samples.address("jörg@customer.example") })
        guard case .notComposed = outcome else {
            Issue.record("it became \(outcome)")
            return
        }
        for table in ["person", "participant", "ticket", "message", "attachment", "outbox", "mail_reference"] {
            let rows = try await fixture.store.engine.pool.read {
                try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM \(table)")
            }
            #expect(rows == 0, "\(table)")
        }
    }

    @Test func `a wish in a group nobody has received mail for yet is shown with the person`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        var brand = subject.profile
        brand.suppressionGroup = "brand"
        let outcome = try await fixture.store.open(
            .sample(), in: brand, by: .operatorOnHost,
            dispatch: Dispatch(settings: subject.settings, keys: subject.keys, world: fixture.clock.world))
        guard case .opened(let ticket) = outcome else {
            Issue.record("it became \(outcome)")
            return
        }
        let identity = SuppressionIdentity.text(address: "ada@customer.example", group: "brand")
        let newest = try #require(subject.keys.suppressionHashes(ofAddress: identity).first)
        try await fixture.store.suppress(
            Suppression(
                hash: newest.hash, keyVersion: newest.version, scope: .everything, ticket: nil, at: fixture.clock.now,
                source: .page), by: .daemon)
        let person = try await fixture.store.person(ticket.requester.id)
        #expect(person?.suppressions.keys.sorted() == ["brand"])
    }

    private func keys(_ fixture: StoreFixture) async throws -> Int? {
        try await fixture.store.cabinet.queue.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM person_key WHERE owner <> (SELECT instance FROM cabinet)")
        }
    }
}
