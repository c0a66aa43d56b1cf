import Desk
import DeskTesting
import Foundation
import GRDB
import Testing

@testable import Store

/// What the store counts for the checks, each broken on purpose in the real files; and the round trip.
struct ComplianceStoreTests {
    @Test func `a store in use has nothing to find, and a sample of its fields is sealed`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        _ = try await subject.openAcknowledged()
        let figures = try await fixture.store.complianceFigures(now: fixture.clock.now)
        #expect(figures.sampledFields > 3 && figures.unsealedFields == 0)
        #expect(figures.unexplainedColumns.isEmpty && figures.keylessPeople == 0 && figures.sentAfterWish == 0)
        #expect(figures.hasSecureDelete && figures.hasMemoryTemporaries && figures.journals == ["wal", "delete"])
        #expect(figures.staleExports + figures.staleQuarantine + figures.unprovenConsents == 0)
        #expect(figures.untoldRecipients == 0 && figures.checkedAt == nil && figures.roundTrip == nil)
    }

    struct Break: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let isSeen: @Sendable (ComplianceFigures) -> Bool
    }

    @Test(arguments: [
        Break(testDescription: "a column", sql: "ALTER TABLE person ADD COLUMN shoe_size INTEGER") {
            $0.unexplainedColumns == ["person.shoe_size"]
        },
        Break(testDescription: "a readable field", sql: "UPDATE person SET identity = CAST('ada@x.example' AS BLOB)") {
            $0.unsealedFields == 1
        },
        Break(testDescription: "a person without a key", sql: "UPDATE person SET id = randomblob(16)") {
            $0.keylessPeople == 1
        },
        Break(
            testDescription: "mail after a wish",
            sql: """
                INSERT INTO suppression (hash, ticket, key_version, scope, at, source)
                SELECT substr(hashes, 1, 20), 0, 1, 7, enqueued_at - 1, 'page' FROM outbox
                """
        ) { $0.sentAfterWish == 1 },
        Break(
            testDescription: "a consent without its act",
            sql: """
                INSERT INTO consent (id, person, purpose, controls, given_at, channel, is_withdrawal_shown, age,
                    review_at, is_valid, author, content)
                VALUES (randomblob(16), randomblob(16), 'news', '', 0, 'form', 1, '', 0, 1, 'x', CAST('TK' AS BLOB))
                """
        ) { $0.unprovenConsents == 1 },
        Break(
            testDescription: "a copy past its day",
            sql: """
                INSERT INTO export (id, kind, state, asked_at, how, verified_by, author, expires_at)
                VALUES (randomblob(16), 'access', 'ready', 0, 'phone', CAST('TK' AS BLOB), 'x', 1)
                """
        ) { $0.staleExports == 1 },
        Break(
            testDescription: "unreadable mail past its day",
            sql: """
                INSERT INTO quarantine (message, ticket, mailbox, folder, uid_validity, uid, size, reason, at, content,
                    looked_at)
                VALUES (randomblob(16), 1, 'support', 'INBOX', 1, 1, 1, 'x', 0, CAST('TK' AS BLOB), 1)
                """
        ) { $0.staleQuarantine == 1 },
        Break(
            testDescription: "a recipient nobody could tell",
            sql: """
                INSERT INTO recipient_notice (id, person, act, at, content)
                VALUES (randomblob(16), randomblob(16), 'erased', 0, CAST('TK' AS BLOB))
                """
        ) { $0.untoldRecipients == 1 },
    ])
    func `a store that is broken on purpose is found out`(broken: Break) async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        _ = try await subject.openAcknowledged()
        #expect(!broken.isSeen(try await fixture.store.complianceFigures(now: fixture.clock.now)))
        try await fixture.store.engine.pool.write { try $0.execute(sql: broken.sql) }
        let figures = try await fixture.store.complianceFigures(now: fixture.clock.now)
        #expect(broken.isSeen(figures), "\(figures)")
    }

    @Test func `what a look came to is kept with its entry of the audit log`() async throws {
        let fixture = try await StoreFixture()
        let (desk, store) = (try Self.desk(on: fixture), fixture.store)
        let first = try await desk.checkCompliance(as: .operatorOnHost)
        fixture.clock.advance(by: .seconds(100))
        let again = try await desk.checkCompliance(as: .operatorOnHost)
        #expect(again.rows.first { $0.id == "G10" }?.since == first.rows.first { $0.id == "G10" }?.since)
        #expect(try await store.complianceStanding().count == ComplianceCheck.all.count)
        #expect(try await store.alarmFigures(now: fixture.clock.now).failingChecks == again.count(.fail))
        let entries = try await store.auditEntries(after: 0, limit: 100).filter { $0.event == "compliance.checked" }
        #expect(entries.count == 2)
        fixture.clock.advance(by: .seconds(8 * 86_400))
        #expect(try await store.alarmFigures(now: fixture.clock.now).failingChecks == 0)
    }

    @Test func `a made-up person goes round and leaves nothing behind`() async throws {
        let fixture = try await StoreFixture()
        let (desk, store) = (try Self.desk(on: fixture), fixture.store)
        _ = try await fixture.subject().open()
        let before = try Self.counts(store)
        let trip = try await desk.goRound(as: .operatorOnHost)
        #expect(trip.failedAt == nil, "\(trip.failedAt?.words ?? "")")
        #expect(try Self.counts(store) == before)
        #expect(!FileManager.default.fileExists(atPath: fixture.directory + "/" + Rehearsal.folderName))
        #expect(try await store.complianceFigures(now: fixture.clock.now).roundTrip == trip)
        let entries = try await store.auditEntries(after: 0, limit: 100)
        #expect(entries.last?.event == "compliance.trip")
        #expect(await store.ledgerStatus().sequence == 0)
    }

    @Test func `what a crash left of one is removed, and one that cannot begin is a failed check`() async throws {
        let fixture = try await StoreFixture()
        let desk = try Self.desk(on: fixture)
        let folder = fixture.directory + "/" + Rehearsal.folderName
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data([1]).write(to: URL(fileURLWithPath: folder + "/keys.db"))
        #expect(try await desk.goRound(as: .daemon).failedAt == nil)
        var settings = desk.settings.value
        settings.mailboxes = []
        desk.settings.replace(by: settings)
        #expect(try await desk.goRound(as: .daemon).failedAt == .open)
        let report = try await desk.checkCompliance(as: .daemon)
        #expect(report.rows.first { $0.id == "R05" }?.outcome == .fail)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    private static func desk(on fixture: StoreFixture) throws -> Helpdesk {
        Helpdesk(
            store: fixture.store, keys: fixture.store.keys, world: fixture.clock.world, gate: SendGate(),
            board: MailboxBoard(), settings: CurrentSettings(try fixture.subject().settings), bells: OutboxBells())
    }

    /// Rows of everything a person, a ticket or a number could be left in.
    private static func counts(_ store: Store) throws -> [String: Int] {
        let tables = ["person", "ticket", "message", "outbox", "erasure", "export", "statistic", "mail_reference"]
        return try store.engine.pool.read { database in
            var counts: [String: Int] = [:]
            for table in tables {
                counts[table] = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)") ?? -1
            }
            return counts
        }
    }
}
