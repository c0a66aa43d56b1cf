import Desk
import DeskTesting
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct DurabilityTests {
    @Test func `every writer reads back synchronous=2`() async throws {
        let fixture = try await StoreFixture()
        #expect(try fixture.store.engine.synchronous() == 2)
        let wait = try await fixture.store.engine.pool.writeWithoutTransaction {
            try Int.fetchOne($0, sql: "PRAGMA busy_timeout")
        }
        #expect(wait == 5000)
        let reopened = try await fixture.reopen()
        #expect(try reopened.engine.synchronous() == 2)
        #expect(try await reopened.verifyHealth().synchronous == 2)
    }

    @Test(arguments: [
        ("journal_mode", "wal"), ("page_size", "16384"), ("secure_delete", "1"), ("temp_store", "2"),
        ("foreign_keys", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"), ("mmap_size", "0"),
    ])
    func `every connection is set as the design says`(pragma: String, expected: String) async throws {
        let engine = try await StoreFixture().store.engine
        let written = try engine.pool.writeWithoutTransaction { try Row.fetchOne($0, sql: "PRAGMA \(pragma)") }
        let read = try engine.pool.read { try Row.fetchOne($0, sql: "PRAGMA \(pragma)") }
        for row in [written, read] {
            #expect(row.map { String.fromDatabaseValue($0[0]) ?? "\($0[0] as Int64? ?? -1)" } == expected)
        }
    }

    @Test(arguments: [("journal_mode", "delete"), ("synchronous", "3"), ("secure_delete", "1"), ("page_size", "4096")])
    func `the cabinet of keys is set as the design says`(pragma: String, expected: String) async throws {
        let cabinet = try await StoreFixture().store.cabinet
        let row = try cabinet.queue.read { try Row.fetchOne($0, sql: "PRAGMA \(pragma)") }
        #expect(row.map { String.fromDatabaseValue($0[0]) ?? "\($0[0] as Int64? ?? -1)" } == expected)
    }

    @Test func `what was acknowledged is there after a crash, and only that`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let number = try await subject.open()
        let engine = fixture.store.engine
        // A transaction that never commits, as when the process dies in it.
        await #expect(throws: StoreFailure.damaged) {
            try await engine.write { session throws(StoreFailure) in
                try session.run("DELETE FROM message")
                throw StoreFailure.damaged
            }
        }
        let copy = FileManager.default.temporaryDirectory.path + "/crash-\(UUID().uuidString)"
        // What a power cut leaves: the files as they lie, log included, without a closing checkpoint.
        try FileManager.default.copyItem(atPath: fixture.directory, toPath: copy)
        // The log's index is never synced.
        try FileManager.default.removeItem(atPath: copy + "/desk.db-shm")
        defer { do { try FileManager.default.removeItem(atPath: copy) } catch { Issue.record(error) } }
        let (keys, cabinet) = try Store.openKeys(directory: copy, root: fixture.root)
        let store = try await Store.open(directory: copy, keys: keys, cabinet: cabinet, world: fixture.clock.world)
        let view = try await store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
        #expect(view?.messages.count == 2)
        let verdict = try await store.engine.pool.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        #expect(verdict == "ok")
        try store.close()
    }

    @Test func `a verb once begun is carried out even when its task is cancelled`() async throws {
        let fixture = try await StoreFixture()
        let store = fixture.store
        let now = fixture.clock.now
        let task = Task {
            // Waits until it is cancelled: only then the verb is called.
            while !Task.isCancelled { await Task.yield() }
            return try await store.spendToken([1, 2, 3], now: now)
        }
        task.cancel()
        #expect(try await task.value)
        #expect(try await !store.spendToken([1, 2, 3], now: now))
    }

    @Test func `after a failed commit nothing is written any more`() async throws {
        let fixture = try await StoreFixture()
        let engine = fixture.store.engine
        await #expect(throws: StoreFailure.ioFailed) {
            try await engine.write { _ throws(StoreFailure) in throw StoreFailure.ioFailed }
        }
        await #expect(throws: StoreFailure.ioFailed) {
            _ = try await fixture.store.spendToken([1], now: fixture.clock.now)
        }
        #expect(try await fixture.store.tickets(TicketFilter()).tickets.isEmpty)
    }
}
