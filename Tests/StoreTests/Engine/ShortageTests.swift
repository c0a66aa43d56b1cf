import Desk
import DeskTesting
import Foundation
import GRDB
import Testing

@testable import Store

/// P9 at the store: a disk that is full or read-only stops writing and nothing else.
@Suite struct ShortageTests {
    @Test func `P9 a full disk refuses mail, keeps reading, and recovers by itself`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let number = try await subject.open()
        let pool = fixture.store.engine.pool
        let pages = try await pool.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages)")
            return pages
        }
        let large = SampleMail.make {
            $0.messageID = "large@customer.example"
            $0.from = "New <new@customer.example>"
            $0.body = String(repeating: "too much ", count: 100_000)
        }
        await #expect(throws: StoreFailure.notWritable) { try await subject.receive(large) }
        let view = try await fixture.store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
        #expect(view?.messages.isEmpty == false)
        #expect(try await fixture.store.tickets(TicketFilter()).tickets.count == 1)

        try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 1000)") }
        let outcomes = try await subject.receive(large)
        guard case .opened? = outcomes.first else {
            Issue.record("the mail was not taken after space returned: \(outcomes)")
            return
        }
    }

    @Test func `a store that takes nothing is read, and the reads are recorded when it can be written`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let number = try await subject.open()
        let (store, pool) = (fixture.store, fixture.store.engine.pool)
        try await hold(fixture) {
            let view = try await store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
            #expect(view != nil)
            let health = try await store.verifyHealth()
            #expect(!health.isWritable)
        }
        #expect(try await store.ticket(number, reader: .daemon, now: fixture.clock.now) != nil)
        let readers = try await pool.read {
            try String.fetchAll($0, sql: "SELECT reader FROM read_log ORDER BY reader")
        }
        #expect(readers == ["daemon", "operator"])
    }

    @Test func `a store that another program holds is busy, not broken`() async throws {
        let fixture = try await StoreFixture()
        try await hold(fixture) {
            await #expect(throws: StoreFailure.busy) {
                _ = try await fixture.store.spendToken([1], now: fixture.clock.now)
            }
        }
        #expect(try await fixture.store.spendToken([1], now: fixture.clock.now))
    }

    /// Runs `body` while another connection holds the write lock.
    private func hold(_ fixture: StoreFixture, _ body: () async throws -> Void) async throws {
        // Five seconds are the design's; a test need not wait for them.
        try await fixture.store.engine.pool.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA busy_timeout = 50")
        }
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(
            path: StateFiles(directory: fixture.directory).desk, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        try await body()
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }

    @Test(
        arguments: [
            (13, .notWritable), (8, .notWritable), (4874, .notWritable), (5, .busy), (10, .ioFailed), (1034, .ioFailed),
            (11, .damaged), (26, .damaged), (19, .damaged),
        ] as [(Int32, StoreFailure)])
    func `every code of SQLite has one meaning`(code: Int32, expected: StoreFailure) {
        #expect(SQLiteFailure.of(code) == expected)
    }
}
