import DeskTesting
import Synchronization
import Testing

@testable import Vault

@Suite struct KeyRotationTests {
    let root: SecretBytes
    let cabinet = InMemoryKeyCabinet()
    let ring: KeyRing
    let people = (1...10).map { ObjectID(high: 7, low: UInt64($0)) }
    let place = FieldPlace(table: "t", column: "c", row: 1 as Int64)

    init() throws {
        root = try SecretBytes(random: 32)
        ring = try KeyRing.create(root: root, cabinet: cabinet, instance: ObjectID(high: 1, low: 2))
        try ring.makePersonKeys(for: people)
    }

    @Test func `every key is wrapped anew and opens what it opened before`() throws {
        let sealed = try people.map { try ring.seal([1, 2, 3], at: place, owner: $0) }
        #expect(try ring.beginEpoch(root: root) == 2)
        #expect(try ring.beginEpoch(root: root) == 2, "one at a time")
        #expect(try ring.rewrap(atMost: 4) == 4)
        let half = try KeyRing(root: root, cabinet: cabinet)
        for (person, field) in zip(people, sealed) {
            #expect(try half.open(field, at: place, owner: person) == [1, 2, 3])
        }
        while try half.rewrap(atMost: 4) > 0 {}
        try half.endOlderEpochs()
        #expect(half.epochs.newest == 2 && half.epochs.older == 0)
        #expect(cabinet.keys.allSatisfy { $0.epoch == 2 })
        #expect(try cabinet.load().epochs.map(\.number) == [2])
        let after = try KeyRing(root: root, cabinet: cabinet)
        for (person, field) in zip(people, sealed) {
            #expect(try after.open(field, at: place, owner: person) == [1, 2, 3])
        }
    }

    @Test func `who is erased meanwhile stays erased`() throws {
        try ring.beginEpoch(root: root)
        let old = try cabinet.wrappedKeys(below: 2, limit: 10)
        try ring.destroyKeys(of: people[0])
        try cabinet.replace(old, whereHeld: false)
        while try ring.rewrap(atMost: 3) > 0 {}
        #expect(try !ring.hasKey(people[0]))
        #expect(cabinet.keys.count == 9)
    }

    @Test func `an epoch that still wraps a key is not destroyed, and none takes a key after it is`() throws {
        let late = try PersonKey(owner: ObjectID(high: 9, low: 9), version: 1, epoch: 1, instance: ring.instance)
            .make(under: try #require(ring.epochKeys.withLock { $0[1] })).wrapped
        try ring.beginEpoch(root: root)
        #expect(throws: VaultFailure.self) { try ring.endOlderEpochs() }
        while try ring.rewrap(atMost: 100) > 0 {}
        try ring.endOlderEpochs()
        #expect(throws: InMemoryKeyCabinet.Refusal.changed) { try cabinet.add([late]) }
    }

    @Test func `another root begins nothing`() throws {
        let other = try SecretBytes(random: 32)
        #expect(throws: VaultFailure.self) { try ring.beginEpoch(root: other) }
        #expect(ring.epochs.newest == 1 && ring.epochs.older == 0)
    }

    @Test func `after a change of the root only the new one opens, in the middle of a rotation too`() throws {
        let sealed = try ring.seal([4], at: place, owner: people[3])
        try ring.beginEpoch(root: root)
        #expect(try ring.rewrap(atMost: 5) == 5)
        let next = try SecretBytes(random: 32)
        let copy = try cabinet.load()
        try ring.changeRoot(to: next)
        #expect(throws: VaultFailure.self) { _ = try KeyRing(root: root, cabinet: cabinet) }
        #expect(try KeyRing(root: next, cabinet: cabinet).open(sealed, at: place, owner: people[3]) == [4])
        // The running ring goes on; with the old root it begins nothing any more.
        while try ring.rewrap(atMost: 5) > 0 {}
        try ring.endOlderEpochs()
        #expect(throws: VaultFailure.self) { try ring.beginEpoch(root: root) }
        // An older copy is dead without the old root.
        cabinet.replace(copy)
        #expect(throws: VaultFailure.self) { _ = try KeyRing(root: next, cabinet: cabinet) }
    }

    @Test func `the ledger's chain is the same after every rotation`() throws {
        let mac = ring.ledgerChain.mac(previous: LedgerChain.genesis, line: [1])
        try ring.beginEpoch(root: root)
        let next = try SecretBytes(random: 32)
        try ring.changeRoot(to: next)
        #expect(
            try KeyRing(root: next, cabinet: cabinet).ledgerChain.mac(previous: LedgerChain.genesis, line: [1]) == mac)
    }
}
