import Desk
import DeskTesting
import GRDB
import Testing
import Vault

@testable import Store

/// What merging does to the rows themselves. What agents and customers see of it is in the contract.
@Suite struct MergingTests {
    /// Tables that name a ticket and may go on naming one that was merged: the number leads to the other by itself.
    private static let followed = [
        "breach_person", "mail_reference", "news", "read_log", "rights_request", "suppression", "webhook_event",
    ]

    @Test func `nothing else names a ticket that was merged`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let (first, second) = try await subject.openTwo()
        try await subject.answered(second, ReplyDraft(text: "Use sand.", idempotencyKey: "k"))
        _ = try await fixture.store.saveDraft("Or wat", on: second, by: .operatorOnHost, now: fixture.clock.now)
        let tables = try await Self.tablesWithTickets(fixture)
        let before = try await Self.rows(of: second, in: tables, fixture)
        #expect(before["message"] == 3 && before["idempotency"] == 1 && before["draft"] == 1)
        _ = try await subject.merged(second, into: first)
        let after = try await Self.rows(of: second, in: tables, fixture).filter { $0.value > 0 }
        #expect(Set(after.keys).isSubset(of: Self.followed), "\(after)")
        // A new table that names tickets has to be thought of: moved in `Merging`, or followed.
        #expect(
            Set(tables) == [
                "answer_before", "assignment", "breach_person", "disclosure", "draft", "erasure_mention", "idempotency",
                "mail_reference", "message", "news", "outbox", "participant", "quarantine", "read_log",
                "rights_request", "snooze", "suppression", "ticket_relation", "webhook_event",
                // A withheld ticket is not merged.
                "withheld_ticket",
            ], "\(tables)")
    }

    @Test func `a message that does not open stops the merge, and everything is as it was`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let (first, second) = try await subject.openTwo()
        try await fixture.store.engine.pool.write {
            try $0.execute(
                sql: "UPDATE message SET cek = zeroblob(80) WHERE ticket = ? AND position = 2",
                arguments: [second.value])
        }
        let before = try await Self.everything(fixture)
        let now = fixture.clock.now
        do throws(StoreFailure) {
            _ = try await fixture.store.merge(second, into: first, ifVersion: nil, by: .operatorOnHost, now: now)
            Issue.record("it was merged")
        } catch {
            #expect(error == .damaged)
        }
        #expect(try await Self.everything(fixture) == before)
    }

    @Test func `a message whose author was erased moves along, as unreadable as it was`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let (first, acknowledgement) = try await subject.openAcknowledged()
        _ = try await subject.receive(
            .toToken(of: acknowledgement) {
                $0.from = "Eve <eve@elsewhere.example>"
                $0.messageID = "eve@elsewhere.example"
            })
        let eve = try #require(
            try await fixture.store.person(withAddress: Samples.address("eve@elsewhere.example")))
        try subject.keys.destroyKeys(of: eve.id.object)
        let second = try await subject.openAnother()
        _ = try await subject.merged(first, into: second)
        let view = try await subject.view(second)
        #expect(view.messages.filter { $0.remarks == ["erased"] }.count == 1)
        #expect(view.messages.filter { $0.text.contains("It burns") }.count == 1)
    }

    private static func tablesWithTickets(_ fixture: StoreFixture) async throws -> [String] {
        try await fixture.store.engine.pool.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
                    WHERE m.type = 'table' AND c.name = 'ticket' ORDER BY m.name
                    """)
        }
    }

    private static func rows(
        of ticket: TicketNumber, in tables: [String], _ fixture: StoreFixture
    ) async throws -> [String: Int] {
        try await fixture.store.engine.pool.read { database in
            var counts: [String: Int] = [:]
            for table in tables {
                counts[table] = try Int.fetchOne(
                    database, sql: "SELECT COUNT(*) FROM \(table) WHERE ticket = ?", arguments: [ticket.value])
            }
            return counts
        }
    }

    private static func everything(_ fixture: StoreFixture) async throws -> [String] {
        try await fixture.store.engine.pool.read { database in
            try ["ticket", "message", "outbox", "participant", "audit"].flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\($0)" }.sorted()
            }
        }
    }
}
