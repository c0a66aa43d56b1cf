import Desk
import DeskTesting
import Foundation
import GRDB
import Synchronization
import Testing
import Vault

@testable import Store

@Suite struct OpeningTests {
    @Test func `a new store is readable by its owner alone`() async throws {
        let fixture = try await StoreFixture()
        _ = try await fixture.subject().open()
        let manager = FileManager.default
        let directory = try manager.attributesOfItem(atPath: fixture.directory)[.posixPermissions] as? Int
        #expect(directory == 0o700)
        for name in try fixture.files {
            let mode = try manager.attributesOfItem(atPath: fixture.directory + "/" + name)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
    }

    @Test func `the wrong root is named and leaves every byte as it was`() async throws {
        let fixture = try await StoreFixture()
        _ = try await fixture.subject().open()
        try fixture.store.close()
        let before = try contents(of: fixture)
        let wrong = try SecretBytes(random: 32)
        let error = #expect(throws: Store.OpeningFailure.self) {
            _ = try Store.openKeys(directory: fixture.directory, root: wrong)
        }
        guard case .wrongRoot(let expected, let found)? = error else {
            Issue.record("it was not named: \(String(describing: error))")
            return
        }
        #expect(expected == fixture.store.keys.rootID)
        #expect(found != expected)
        #expect(try contents(of: fixture) == before)
    }

    @Test func `the keys of another installation do not open desk.db and write nothing to it`() async throws {
        let fixture = try await StoreFixture()
        let other = try await StoreFixture(seed: 8)
        try fixture.store.close()
        let before = try contents(of: fixture)
        let (keys, cabinet) = try Store.openKeys(directory: other.directory, root: other.root)
        await #expect(throws: Store.OpeningFailure.foreign) {
            _ = try await Store.open(
                directory: fixture.directory, keys: keys, cabinet: cabinet, world: fixture.clock.world)
        }
        #expect(try contents(of: fixture) == before)
    }

    @Test func `keys of the same installation that do not open its canary are foreign`() async throws {
        let fixture = try await StoreFixture()
        let other = try await StoreFixture()
        let (keys, cabinet) = try Store.openKeys(directory: other.directory, root: other.root)
        #expect(keys.instance == fixture.store.keys.instance)
        await #expect(throws: Store.OpeningFailure.foreign) {
            _ = try await Store.open(
                directory: fixture.directory, keys: keys, cabinet: cabinet, world: fixture.clock.world)
        }
    }

    @Test func `a store made by a newer program is left alone`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.store.engine.pool.write {
            try $0.execute(sql: "INSERT INTO schema_step (number, applied_at) VALUES (9999, 0)")
        }
        await #expect(throws: Store.OpeningFailure.foreign) { _ = try await fixture.reopen() }
    }

    @Test func `a store is made once and missing files are said to be missing`() async throws {
        let fixture = try await StoreFixture()
        let before = try fixture.bytes(of: "keys.db")
        await #expect(throws: Store.OpeningFailure.alreadyThere) {
            _ = try await Store.initialise(
                directory: fixture.directory, root: fixture.root, world: fixture.clock.world)
        }
        #expect(try fixture.bytes(of: "keys.db") == before)
        #expect(throws: Store.OpeningFailure.missing) {
            _ = try Store.openKeys(directory: fixture.directory + "/elsewhere", root: fixture.root)
        }
    }

    @Test func `a missing desk.db is made only when that is asked for, with progress`() async throws {
        let fixture = try await StoreFixture()
        try fixture.store.close()
        for name in try fixture.files where name.hasPrefix("desk.db") {
            try FileManager.default.removeItem(atPath: fixture.directory + "/" + name)
        }
        await #expect(throws: Store.OpeningFailure.missing) { _ = try await fixture.reopen() }
        let (keys, cabinet) = try Store.openKeys(directory: fixture.directory, root: fixture.root)
        let steps = Mutex<[Int]>([])
        let store = try await Store.open(
            directory: fixture.directory, keys: keys, cabinet: cabinet, world: fixture.clock.world, create: true,
            progress: { done, _ in steps.withLock { $0.append(done) } })
        #expect(steps.withLock { $0 } == Array(0...Migration.all.count))
        #expect(try await store.verifyHealth().schemaVersion == "\(Migration.newest)")
    }

    @Test func `a file that is no database is damaged and is not touched`() async throws {
        let fixture = try await StoreFixture()
        try fixture.store.close()
        let path = fixture.directory + "/desk.db"
        #expect(try fixture.bytes(of: "desk.db-wal").isEmpty, "closing writes the log back")
        try FileManager.default.removeItem(atPath: path)
        try Data(repeating: 0x41, count: 20_000).write(to: URL(fileURLWithPath: path))
        await #expect(throws: Store.OpeningFailure.storage(.damaged)) { _ = try await fixture.reopen() }
        #expect(try fixture.bytes(of: "desk.db") == [UInt8](repeating: 0x41, count: 20_000))
    }

    private func contents(of fixture: StoreFixture) throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for name in try fixture.files where name.hasSuffix(".db") { contents[name] = try fixture.bytes(of: name) }
        return contents
    }
}
