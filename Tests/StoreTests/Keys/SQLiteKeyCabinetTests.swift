import Desk
import DeskTesting
import Foundation
import Testing
import Vault

@testable import Store

@Suite struct SQLiteKeyCabinetTests {
    @Test func `a key is there after it was added and nowhere after it was destroyed`() async throws {
        let fixture = try await StoreFixture()
        let cabinet = fixture.store.cabinet
        let owner = fixture.clock.world.newObjectID()
        let key = WrappedKey(
            owner: owner, version: 1, epoch: 1, wrapped: (0..<60).map { UInt8($0) ^ 0xA5 },
            commitment: (0..<32).map { UInt8($0) ^ 0x5A })
        try cabinet.add([key])
        #expect(try cabinet.wrappedKey(owner: owner, version: nil) == key)
        #expect(try fixture.bytes(of: "keys.db").contains(key.wrapped))
        try cabinet.destroy(owners: [owner])
        #expect(try cabinet.wrappedKey(owner: owner, version: 1) == nil)
        for name in try fixture.files where name.hasPrefix("keys.db") {
            #expect(try !fixture.bytes(of: name).contains(key.wrapped), "\(name) still holds the key")
        }
    }

    @Test func `a batch is added whole or not at all`() async throws {
        let fixture = try await StoreFixture()
        let cabinet = fixture.store.cabinet
        let world = fixture.clock.world
        let first = WrappedKey(owner: world.newObjectID(), version: 1, epoch: 1, wrapped: [1], commitment: [2])
        let second = WrappedKey(owner: world.newObjectID(), version: 1, epoch: 1, wrapped: [3], commitment: [4])
        try cabinet.add([first])
        #expect(throws: StoreFailure.damaged) { try cabinet.add([second, first]) }
        #expect(try cabinet.wrappedKey(owner: second.owner, version: nil) == nil)
    }

    @Test func `the newest version is answered when none is named`() async throws {
        let fixture = try await StoreFixture()
        let cabinet = fixture.store.cabinet
        let owner = fixture.clock.world.newObjectID()
        for version in 1...3 as ClosedRange<UInt32> {
            try cabinet.add([WrappedKey(owner: owner, version: version, epoch: 1, wrapped: [9], commitment: [9])])
        }
        #expect(try cabinet.wrappedKey(owner: owner, version: nil)?.version == 3)
        #expect(try cabinet.wrappedKey(owner: owner, version: 2)?.version == 2)
    }

    @Test func `a full cabinet is not filled again and an empty one says so`() async throws {
        let fixture = try await StoreFixture()
        let contents = try fixture.store.cabinet.load()
        #expect(throws: StoreFailure.damaged) { try fixture.store.cabinet.initialise(contents) }
        let path = fixture.directory + "/empty.db"
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(throws: StoreFailure.notFound) { _ = try SQLiteKeyCabinet(path: path).load() }
        #expect(throws: StoreFailure.notFound) { _ = try SQLiteKeyCabinet(path: path + ".missing") }
    }
}
