import Desk
import DeskTesting
import Foundation
import GRDB
import Testing
import Vault

@testable import Store

/// P8 for consents and for wishes that wait for a button.
@Suite struct ErasedConsentTests {
    @Test func `P8 consents go with the person, and so does a wish that was not confirmed`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let purpose = try await subject.purpose()
        let address = "ada@customer.example"
        _ = try await subject.open()
        let link = try await subject.consentLink(to: purpose, for: address)
        _ = try await subject.store.confirmOptIn(withToken: link.hash, now: fixture.clock.now)
        let pending = try await subject.consentLink(to: purpose, for: address)
        let waiting = try #require(
            try await subject.store.optIn(withToken: pending.hash, now: fixture.clock.now))
        let person = try #require(try await subject.store.person(withAddress: Samples.address(address)))
        #expect(try await subject.withdraw(purpose, of: person.id) == 1)

        let (sealer, world, ledger) = (fixture.store.sealer, fixture.clock.world, fixture.store.ledger)
        let now = fixture.clock.now
        _ = try await fixture.store.engine.write(
            after: { session throws(StoreFailure) in
                try Forgetting(
                    DeskRecords(session, sealer: sealer), of: person.id, person.address,
                    erasure: world.newObjectID(), world: world
                ).destroyKeys(ledger: ledger, now: now)
            },
            { session, prepared throws(StoreFailure) in
                try Forgetting(
                    DeskRecords(session, sealer: sealer), of: person.id, person.address,
                    erasure: world.newObjectID(), world: world
                ).removeRows(prepared)
            })
        for table in ["consent", "consent_withdrawal", "consent_reach", "opt_in", "letter", "person"] {
            let count = try await fixture.store.engine.pool.read {
                try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM \(table)")
            }
            #expect(count == 0, "\(table)")
        }
        #expect(try !fixture.store.keys.hasKey(waiting.id.object))
        let purposes = try await subject.store.consentPurposes()
        #expect(purposes == [purpose])
    }
}
