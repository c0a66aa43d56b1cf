import Desk
import DeskTesting
import GRDB
import Mail
import Testing

@testable import Store

@Suite struct ReadsTests {
    @Test func `reads change nothing but the read log and the audit log, and those once an hour`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let (number, acknowledgement) = try await subject.openAcknowledged()
        let (store, pool) = (fixture.store, fixture.store.engine.pool)
        let before = try await pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "SELECT total_changes()") }
        for _ in 0..<3 {
            _ = try await store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
            _ = try await store.tickets(TicketFilter(text: "burns"))
            _ = try await store.person(withAddress: Samples.address("ada@customer.example"))
            _ = try await store.outboxEntries(state: nil, visible: nil, limit: 10)
            _ = try await store.outboxCounts()
            _ = try await store.nextDue(mailbox: Samples.mailboxName())
            _ = try await store.lastBackups()
            _ = try await store.quarantine()
            _ = try await store.intakeState(mailbox: Samples.mailboxName(), folder: "INBOX")
            _ = try await subject.claim(run: subject.newRun())
        }
        #expect(acknowledgement.subject != nil)
        let after = try await pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "SELECT total_changes()") }
        #expect(try #require(after) - (try #require(before)) == 2)
        fixture.clock.advance(by: .seconds(3600))
        _ = try await store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
        #expect(try await pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM read_log") } == 2)
        let audited = try await pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM audit") }
        #expect(audited == 2)
    }
}
