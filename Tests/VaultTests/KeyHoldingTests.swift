import DeskTesting
import Testing

@testable import Vault

@Suite struct KeyHoldingTests {
    let root: SecretBytes
    let cabinet = InMemoryKeyCabinet()
    let ring: KeyRing
    let ada = ObjectID(high: 7, low: 1)
    let place = FieldPlace(table: "t", column: "c", row: 1 as Int64)

    init() throws {
        root = try SecretBytes(random: 32)
        ring = try KeyRing.create(root: root, cabinet: cabinet, instance: ObjectID(high: 1, low: 2))
        try ring.makePersonKeys(for: [ada])
    }

    @Test func `what was sealed before is withheld, what comes later is not, and a release gives all back`() throws {
        let old = try ring.seal([1, 2, 3], at: place, owner: ada)
        try ring.hold(ada, through: 1)
        #expect(throws: VaultFailure.keyHeld) { try ring.open(old, at: place, owner: ada) }
        #expect(try ring.open(old, at: place, owner: ada, opensHeld: true) == [1, 2, 3])
        // Opening it so has not made it known to others.
        #expect(throws: VaultFailure.keyHeld) { try ring.open(old, at: place, owner: ada) }
        let new = try ring.seal([4], at: place, owner: ada)
        #expect(try ring.open(new, at: place, owner: ada) == [4])
        try ring.release(ada)
        #expect(try ring.open(old, at: place, owner: ada) == [1, 2, 3])
        #expect(try ring.open(new, at: place, owner: ada) == [4])
        #expect(cabinet.keys.allSatisfy { $0.epoch == 1 })
    }

    @Test func `holding and releasing can be said again`() throws {
        let old = try ring.seal([1], at: place, owner: ada)
        for _ in 0..<3 { try ring.hold(ada, through: 1) }
        #expect(cabinet.keys.count == 2)
        #expect(cabinet.keys.filter(\.isHeld).map(\.version) == [1])
        for _ in 0..<3 { try ring.release(ada) }
        #expect(try ring.open(old, at: place, owner: ada) == [1])
        #expect(cabinet.keys.count == 2)
    }

    @Test func `a rotation neither releases what is held nor is kept from its end by it`() throws {
        let old = try ring.seal([1], at: place, owner: ada)
        try ring.beginEpoch(root: root)
        let read = try cabinet.wrappedKeys(below: 2, limit: 10)
        try ring.hold(ada, through: 1)
        // A batch of the rotation that was read before the hold is written after it.
        try cabinet.replace(read, whereHeld: false)
        #expect(throws: VaultFailure.keyHeld) { try ring.open(old, at: place, owner: ada) }
        while try ring.rewrap(atMost: 10) > 0 {}
        try ring.endOlderEpochs()
        try ring.release(ada)
        let after = try KeyRing(root: root, cabinet: cabinet)
        #expect(try after.open(old, at: place, owner: ada) == [1])
        #expect(cabinet.keys.allSatisfy { $0.epoch == 2 })
    }

    @Test func `a message that moves stays withheld under the version it had`() throws {
        let there = FieldPlace(table: "t", column: "c", row: 2 as Int64)
        let (key, wrapped) = try ring.makeContentKey(at: place, owner: ada)
        let text = try key.seal([9], at: place)
        try ring.hold(ada, through: 1)
        let moved = try ring.moveContentKey(wrapped, from: place, to: there, owner: ada)
        #expect(throws: VaultFailure.keyHeld) { try ring.openContentKey(moved, at: there, owner: ada) }
        let opened = try ring.openContentKey(moved, at: there, owner: ada, opensHeld: true)
        #expect(try opened.open(text, at: place) == [9])
    }

    @Test func `an erased person's held keys are gone with the others`() throws {
        let old = try ring.seal([1], at: place, owner: ada)
        try ring.hold(ada, through: 1)
        try ring.destroyKeys(of: ada)
        #expect(throws: VaultFailure.keyDestroyed) { try ring.open(old, at: place, owner: ada, opensHeld: true) }
        #expect(throws: VaultFailure.keyDestroyed) { try ring.hold(ada, through: 1) }
    }
}
