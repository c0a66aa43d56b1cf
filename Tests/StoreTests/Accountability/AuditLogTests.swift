import Desk
import DeskTesting
import Foundation
import GRDB
import Testing
import Vault

@testable import Store

@Suite struct AuditLogTests {
    @Test func `each act is in the log with who did it, and nothing that names a person`() async throws {
        let fixture = try await StoreFixture()
        let (store, subject) = (fixture.store, try fixture.subject())
        let (number, _) = try await subject.openAcknowledged()
        let wish = try subject.suppression()
        let token = try await add(to: fixture)
        try await store.suppress(wish, by: .daemon)
        let override = SuppressionOverride(reason: "She asked on the phone", basis: "contract")
        _ = try await subject.answer(number, ReplyDraft(text: "Hello.", override: override))
        try await store.liftSuppression(hash: wish.hash, evidence: "a call", by: token, now: fixture.clock.now)
        _ = try await store.spendToken([1, 2, 3], now: fixture.clock.now)
        _ = try await store.backUp(
            .desk, to: fixture.directory + "/backups", by: .operatorOnHost, now: fixture.clock.now)
        for _ in 0..<2 { _ = try await store.ticket(number, reader: token, now: fixture.clock.now) }
        guard case .token(let id, _, _) = token else { return }
        for _ in 0..<2 {
            #expect(try await store.revokeToken(id, by: .operatorOnHost, now: fixture.clock.now))
        }
        let entries = try await store.auditEntries(after: 0, limit: 100)
        let said = entries.map { "\($0.sequence) \($0.actor ?? "-") \($0.event) \(Self.facts($0))" }
        #expect(
            said == [
                "1 operator token.added may.admin=1 may.tickets:read=1",
                "2 daemon person.unsubscribed scope=automatic.marketing.ticket source=page",
                "3 operator reply.overridden ticket=\(number.value)",
                "4 \(token.auditName) person.resubscribed ",
                "5 daemon undo.used ",
                "6 operator backup.made bytes=\(try #require(try await store.lastBackups().first).bytes) set=desk",
                "7 \(token.auditName) ticket.read ticket=\(number.value)",
                "8 operator token.revoked ",
            ])
        #expect(entries[0].object == id.object && entries[7].object == id.object && entries[1].object == nil)
        #expect(Moment.milliseconds(entries[6].at) % Moment.millisecondsPerHour == 0)
        #expect(try await store.auditEntries(after: 3, limit: 2).map(\.sequence) == [4, 5])
        let verdict = try await store.verifyAudit()
        #expect(verdict.firstBad == nil && verdict.entries == 8 && verdict.head?.sequence == 8)
        #expect(try await store.auditHead() == verdict.head)
    }

    @Test func `a wish said again adds nothing, and one that grows does`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let narrow = try subject.suppression(of: "ada@customer.example", .automatic)
        for _ in 0..<3 { try await fixture.store.suppress(narrow, by: .daemon) }
        #expect(try await fixture.store.verifyAudit().entries == 1)
        for _ in 0..<3 { try await fixture.store.suppress(subject.suppression(), by: .daemon) }
        #expect(try await fixture.store.verifyAudit().entries == 2)
    }

    @Test(
        arguments: [
            ("UPDATE audit SET details = '{\"actor\":\"daemon\",\"changes\":9}' WHERE seq = 3", 3),
            ("UPDATE audit SET at = at + 1 WHERE seq = 3", 3),
            ("UPDATE audit SET event = 'undo.used' WHERE seq = 3", 3),
            ("UPDATE audit SET object = zeroblob(16) WHERE seq = 3", 3),
            ("UPDATE audit SET object = randomblob(16) WHERE seq = 3", 3),
            ("UPDATE audit SET object = 'x' WHERE seq = 3", 3),
            ("UPDATE audit SET mac = zeroblob(32) WHERE seq = 6", 6),
            ("UPDATE audit SET event = 'Two words' WHERE seq = 5", 5),
            ("DELETE FROM audit WHERE seq = 1", 1),
            ("DELETE FROM audit WHERE seq = 4", 4),
            ("DELETE FROM audit WHERE seq BETWEEN 2 AND 5", 2),
            ("DELETE FROM audit WHERE seq = 2; UPDATE audit SET seq = seq - 1 WHERE seq > 2", 2),
            (
                "UPDATE audit SET seq = 100 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; "
                    + "UPDATE audit SET seq = 3 WHERE seq = 100", 2
            ),
            ("INSERT INTO audit SELECT 7, at, event, object, details, mac FROM audit WHERE seq = 6", 7),
            ("INSERT INTO audit SELECT -5, at, event, object, details, mac FROM audit WHERE seq = 6", 1),
            ("UPDATE audit SET seq = 9223372036854775807 WHERE seq = 6", 6),
        ])
    func `whatever is changed, removed, reordered or added is found by its number`(
        sql: String, expected: Int64
    ) async throws {
        let fixture = try await Self.filled(6)
        #expect(try await fixture.store.verifyAudit().firstBad == nil)
        try await fixture.store.engine.pool.write { try $0.execute(sql: sql) }
        #expect(try await fixture.store.verifyAudit().firstBad == expected)
    }

    @Test func `a cut-off end is a whole chain, and only an anchor shows it`() async throws {
        let fixture = try await Self.filled(6)
        let anchor = try #require(try await fixture.store.auditHead())
        try await fixture.store.engine.pool.write { try $0.execute(sql: "DELETE FROM audit WHERE seq > 4") }
        let verdict = try await fixture.store.verifyAudit()
        #expect(verdict.firstBad == nil && verdict.entries == 4)
        #expect(verdict.head != anchor)
        // What is written over the cut is whole in itself and still not what the anchor names.
        for changes in 7...8 { try await fixture.note(.configurationReloaded(changes: changes)) }
        #expect(try await fixture.store.verifyAudit().firstBad == nil)
        let head = try #require(try await fixture.store.auditHead())
        #expect(head.sequence == anchor.sequence && head.mac != anchor.mac)
        let lost = try await fixture.store.verifyAudit(against: [head, anchor])
        #expect(lost.firstBad == nil && lost.lostAnchor == 6 && !lost.isIntact)
    }

    @Test func `an anchor of any day stands in a log that only grew`() async throws {
        let fixture = try await Self.filled(3)
        let store = fixture.store
        let early = try #require(try await store.auditHead())
        for changes in 4...6 { try await fixture.note(.configurationReloaded(changes: changes)) }
        let late = try #require(try await store.auditHead())
        #expect(try await store.verifyAudit(against: [late, early]).isIntact)
        let beyond = AuditHead(sequence: 7, mac: late.mac)
        #expect(try await store.verifyAudit(against: [early, beyond]).lostAnchor == 7)
        // What stands in the place of an anchored entry is changed, and the anchor no longer fits.
        try await store.engine.pool.write { try $0.execute(sql: "UPDATE audit SET mac = zeroblob(32) WHERE seq = 3") }
        let verdict = try await store.verifyAudit(against: [early])
        #expect(verdict.firstBad == 3 && verdict.lostAnchor == 3)
    }

    @Test func `an act that is not carried out has no entry, and one that has none is not carried out`() async throws {
        let fixture = try await Self.filled(1)
        let store = fixture.store
        let keys = store.keys
        await #expect(throws: StoreFailure.damaged) {
            try await store.engine.write { session throws(StoreFailure) in
                try session.run("INSERT INTO counter (name, value) VALUES ('act', 1)")
                try AuditLog(session, keys: keys).append(.undoUsed, by: "daemon", at: 0)
                throw StoreFailure.damaged
            }
        }
        #expect(try await store.verifyAudit().entries == 1)
        try await store.engine.pool.write {
            try $0.execute(sql: "CREATE TRIGGER no BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END")
        }
        let now = fixture.clock.now
        await #expect(throws: StoreFailure.self) { _ = try await store.spendToken([9], now: now) }
        await #expect(throws: StoreFailure.self) {
            try await store.suppress(fixture.subject().suppression(), by: .daemon)
        }
        try await store.engine.pool.write { try $0.execute(sql: "DROP TRIGGER no") }
        let (tokens, wishes) = try await store.engine.pool.read {
            (
                try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM spent_token"),
                try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM suppression")
            )
        }
        #expect(tokens == 0 && wishes == 0)
        #expect(try await store.verifyAudit() == AuditVerdict(entries: 1, head: store.auditHead(), firstBad: nil))
    }

    @Test func `another key opens no chain`() async throws {
        let (fixture, other) = (try await Self.filled(3), try await StoreFixture(seed: 8))
        let keys = other.store.keys
        let verdict = try await fixture.store.engine.read { session throws(StoreFailure) in
            try AuditLog(session, keys: keys).verdict()
        }
        #expect(verdict.firstBad == 1)
    }

    @Test func `a chain longer than one look is read to its end`() async throws {
        let fixture = try await StoreFixture()
        let (store, keys, count) = (fixture.store, fixture.store.keys, Limits.auditLinks * 2)
        try await store.engine.write { session throws(StoreFailure) in
            for index in 0..<count {
                try AuditLog(session, keys: keys).append(.configurationReloaded(changes: index), by: "daemon", at: 0)
            }
        }
        #expect(try await store.verifyAudit().firstBad == nil)
        let last = Limits.auditLinks + 1
        try await store.engine.pool.write { try $0.execute(sql: "UPDATE audit SET at = 1 WHERE seq = \(last)") }
        #expect(try await store.verifyAudit().firstBad == Int64(last))
    }

    private static func filled(_ count: Int) async throws -> StoreFixture {
        let fixture = try await StoreFixture()
        for changes in 1...count { try await fixture.note(.configurationReloaded(changes: changes)) }
        return fixture
    }

    private func add(to fixture: StoreFixture) async throws -> Principal {
        let record = AccessTokenRecord(
            id: AccessTokenID(from: fixture.clock.world), label: "Jane", hash: [UInt8](repeating: 1, count: 32),
            scopes: [.admin, .ticketsRead], mailboxes: nil, createdAt: fixture.clock.now,
            expiresAt: fixture.clock.now.addingTimeInterval(60))
        try await fixture.store.addToken(record, by: .operatorOnHost)
        return .token(record.id, scopes: record.scopes, mailboxes: nil)
    }

    private static func facts(_ record: AuditRecord) -> String {
        (record.details ?? [:]).sorted { $0.key < $1.key }.map { name, detail in
            switch detail {
            case .number(let number): "\(name)=\(number)"
            case .word(let word): "\(name)=\(word)"
            }
        }.joined(separator: " ")
    }
}

extension StoreFixture {
    fileprivate func note(_ event: AuditEvent) async throws {
        try await store.record(event, by: .operatorOnHost, now: clock.now)
    }
}
