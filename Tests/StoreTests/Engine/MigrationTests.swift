import Desk
import DeskTesting
import GRDB
import Testing

@testable import Store

/// Stores made by earlier programs, brought up to date with what lies in them.
@Suite struct MigrationTests {
    @Test func `tickets of a store without priorities are normal afterwards`() async throws {
        let fixture = try await StoreFixture()
        let number = try await fixture.subject().open()
        try await fixture.store.engine.pool.write { database in
            try database.execute(sql: "ALTER TABLE ticket DROP COLUMN priority")
            // The step itself, alone: those after it have been taken.
            for statement in Migration.priority.statements { try database.execute(sql: statement) }
        }
        try fixture.store.close()
        let store = try await fixture.reopen()
        let view = try await store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
        #expect(view?.ticket.priority == .normal && view?.messages.first?.text.isEmpty == false)
        #expect(try await store.tickets(TicketFilter(priority: .high)).tickets.isEmpty)
    }
}
