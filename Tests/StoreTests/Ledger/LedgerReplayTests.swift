import Desk
import DeskTesting
import Foundation
import GRDB
import Testing
import Vault

@testable import Store

@Suite struct LedgerReplayTests {
    @Test func `an act whose transaction failed after its line is carried out at the next start`() async throws {
        let fixture = try await StoreFixture()
        let store = fixture.store
        try await store.engine.pool.write {
            try $0.execute(sql: "CREATE TRIGGER no BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END")
        }
        let first = try fixture.subject().suppression()
        await #expect(throws: StoreFailure.self) { try await store.suppress(first, by: .daemon) }
        try await store.engine.pool.write { try $0.execute(sql: "DROP TRIGGER no") }
        #expect(try await Self.suppressed(store) == 0)
        // A later act is not taken for the lost one.
        try await store.suppress(try fixture.subject().suppression(of: "bob@customer.example"), by: .daemon)
        #expect(try await Self.suppressed(store) == 1)
        try store.close()
        let next = try await fixture.reopen()
        #expect(try await Self.suppressed(next) == 2)
        #expect(try await next.replayLedger() == 0)
        try next.close()
    }

    @Test func `an older database gets the wishes, the lifts and the erasures that came after it`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let number = try await subject.open()
        let wish = try subject.suppression(of: "bob@customer.example")
        try await fixture.store.suppress(wish, by: .daemon)
        let (desk, keys) = try await Self.backUp(fixture)
        let person = try await subject.view(number).ticket.requester.id
        try await fixture.store.liftSuppression(hash: wish.hash, evidence: "x", by: .daemon, now: fixture.clock.now)
        try await fixture.store.suppress(try subject.suppression(), by: .daemon)
        let mail = try LedgerAct.ForgottenMail(
            mailbox: Samples.mailboxName(), messageHash: [UInt8](repeating: 1, count: 16),
            identity: [UInt8](repeating: 2, count: 16))
        let act = LedgerAct.erased(person, erasure: fixture.clock.world.newObjectID(), mails: [mail])
        _ = try fixture.store.ledger.append(act, at: fixture.clock.now)
        try fixture.store.close()
        try Self.put(desk, keys, fixture)
        let restored = try await fixture.reopen()
        #expect(try !restored.keys.hasKey(person.object))
        let hashes = try await restored.engine.pool.read {
            try [UInt8].fetchAllBlobs($0, "SELECT hash FROM suppression")
        }
        #expect(hashes == [try subject.suppression().hash])
        let known = try await restored.engine.read { [sealer = restored.sealer] session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).isKnown(mail.messageHash, identity: mail.identity)
        }
        #expect(known)
        try restored.close()
    }

    @Test func `older keys lose an erased person's key again although the database knows of the erasure`() async throws
    {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let person = try await subject.view(try await subject.open()).ticket.requester.id
        let (_, keys) = try await Self.backUp(fixture)
        let (store, act) = (
            fixture.store,
            LedgerAct.erased(person, erasure: fixture.clock.world.newObjectID(), mails: [])
        )
        let now = fixture.clock.now
        try await store.engine.write { [ledger = store.ledger] session throws(StoreFailure) in
            try ledger.record(act, at: now, session)
        }
        try store.keys.destroyKeys(of: person.object)
        try store.close()
        try FileManager.default.removeItem(atPath: fixture.directory + "/keys.db")
        try FileManager.default.copyItem(atPath: keys, toPath: fixture.directory + "/keys.db")
        let restored = try await fixture.reopen()
        #expect(try !restored.keys.hasKey(person.object))
        try restored.close()
    }

    static func suppressed(_ store: Store) async throws -> Int? {
        try await store.engine.pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM suppression") }
    }

    static func backUp(_ fixture: StoreFixture) async throws -> (desk: String, keys: String) {
        let now = fixture.clock.now
        let desk = try await fixture.store.backUp(.desk, to: fixture.directory + "/d", by: .daemon, now: now)
        let keys = try await fixture.store.backUp(.keys, to: fixture.directory + "/k", by: .daemon, now: now)
        return (desk.path, keys.path)
    }

    static func put(_ desk: String, _ keys: String, _ fixture: StoreFixture) throws {
        for (path, name) in [(desk, "desk.db"), (keys, "keys.db")] {
            try FileManager.default.removeItem(atPath: "\(fixture.directory)/\(name)")
            try FileManager.default.copyItem(atPath: path, toPath: "\(fixture.directory)/\(name)")
        }
    }
}

extension [UInt8] {
    fileprivate static func fetchAllBlobs(_ database: Database, _ sql: String) throws -> [[UInt8]] {
        try Data.fetchAll(database, sql: sql).map { Array($0) }
    }
}
