import Desk
import DeskTesting
import Foundation
import GRDB
import Testing
import Vault

@testable import Store

/// What was withdrawn stays withdrawn, whatever copy is put back.
@Suite struct RestoredConsentTests {
    private static let address = "eve@customer.example"

    private static func restoration(_ fixture: StoreFixture, _ copies: (desk: String, keys: String)) -> Restoration {
        Restoration(
            directory: fixture.directory,
            sources: Restoration.Sources(
                desk: copies.desk, keys: copies.keys, ledgerFolders: [], backupFolders: []), root: fixture.root,
            world: fixture.clock.world)
    }

    private static func restored(_ fixture: StoreFixture, _ copies: (desk: String, keys: String)) async throws
        -> (StoreSubject, RestorePlan)
    {
        try fixture.store.close()
        let restoration = restoration(fixture, copies)
        let plan = try restoration.plan()
        try await restoration.carryOut(plan, acceptsGap: false)
        let store = try await fixture.reopen()
        return (try StoreSubject(store: store, keys: store.keys, clock: fixture.clock), plan)
    }

    @Test func `a consent that was withdrawn after the backup is withdrawn in the restored desk`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let purpose = try await subject.purpose()
        let link = try await subject.consentLink(to: purpose, for: Self.address)
        _ = try await subject.store.confirmOptIn(withToken: link.hash, now: fixture.clock.now)
        let copies = try await LedgerReplayTests.backUp(fixture)
        let person = try #require(try await subject.store.person(withAddress: Samples.address(Self.address)))
        #expect(try await subject.withdraw(purpose, of: person.id) == 1)
        let ledger = String(decoding: try fixture.bytes(of: "erasures.log"), as: UTF8.self)
        #expect(ledger.contains(" withdrawn consent=") && ledger.contains("channel=link"))
        #expect(!ledger.contains("customer") && !ledger.contains(person.id.hex))

        let (after, plan) = try await Self.restored(fixture, copies)
        #expect(plan.withdrawals == 1)
        let records = try await after.consents(of: Self.address)
        #expect(records.count == 1 && records.allSatisfy { $0.state == .withdrawn && !$0.isGranted })
        _ = try await after.store.confirmOptIn(withToken: link.hash, now: fixture.clock.now)
        #expect(try await after.consents(of: Self.address).allSatisfy { !$0.isGranted })
    }

    /// The copy knows the link and neither the consent nor its end: the link must not give it anew.
    @Test func `a link from before the backup does not give again what was withdrawn after it`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let purpose = try await subject.purpose()
        let link = try await subject.consentLink(to: purpose, for: Self.address)
        let copies = try await LedgerReplayTests.backUp(fixture)
        _ = try await subject.store.confirmOptIn(withToken: link.hash, now: fixture.clock.now)
        let person = try #require(try await subject.store.person(withAddress: Samples.address(Self.address)))
        #expect(try await subject.withdraw(purpose, of: person.id) == 1)

        let (after, _) = try await Self.restored(fixture, copies)
        #expect(try await after.consents(of: Self.address).isEmpty)
        #expect(try await after.store.confirmOptIn(withToken: link.hash, now: fixture.clock.now) == nil)
        #expect(try await after.consents(of: Self.address).isEmpty)
    }

    @Test func `a withdrawal whose transaction failed after its line is carried out at the next start`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let purpose = try await subject.purpose()
        let link = try await subject.consentLink(to: purpose, for: Self.address)
        _ = try await subject.store.confirmOptIn(withToken: link.hash, now: fixture.clock.now)
        let person = try #require(try await subject.store.person(withAddress: Samples.address(Self.address)))
        try await fixture.store.engine.pool.write {
            try $0.execute(sql: "CREATE TRIGGER no BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END")
        }
        await #expect(throws: StoreFailure.self) { try await subject.withdraw(purpose, of: person.id) }
        try await fixture.store.engine.pool.write { try $0.execute(sql: "DROP TRIGGER no") }
        #expect(try await subject.consents(of: Self.address).allSatisfy(\.isGranted))
        try fixture.store.close()
        let next = try await fixture.reopen()
        let after = try StoreSubject(store: next, keys: next.keys, clock: fixture.clock)
        #expect(try await after.consents(of: Self.address).allSatisfy { $0.state == .withdrawn })
        try next.close()
    }
}
