import Desk
import DeskTesting
import Testing

@testable import Store

/// Which words of the privacy notice a person was shown first (Art. 13, 14; gdpr.md A4).
struct NoticeShownTests {
    @Test func `the acknowledgement records the version it brings, once, and its words are kept`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let number = try await subject.open()
        let view = try #require(await fixture.store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now))
        let person = view.ticket.requester.id
        let shown = try await Self.shown(to: person, fixture)
        #expect(shown.count == 1)
        let version = try #require(shown.first?.version)
        let words = try #require(await fixture.store.notice(version))
        #expect(words.contains("Example GmbH"))
        #expect(try await fixture.store.notice("0000000000000000") == nil)
        // A second ticket of the same person shows nothing for the first time.
        _ = try await subject.open(.make { $0.messageID = "second@customer.example" })
        #expect(try await Self.shown(to: person, fixture).count == 1)
    }

    private static func shown(to person: PersonID, _ fixture: StoreFixture) async throws -> [NoticeShown] {
        let sealer = fixture.store.sealer
        return try await fixture.store.engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).noticesShown(to: person)
        }
    }
}
