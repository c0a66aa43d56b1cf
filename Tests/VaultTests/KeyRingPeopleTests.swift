import DeskTesting
import Testing

@testable import Vault

@Suite struct KeyRingPeopleTests {
    private let cabinet = InMemoryKeyCabinet()
    private let root: SecretBytes
    private let ring: KeyRing
    private let person = ObjectID(high: 1, low: 1)
    private let place = FieldPlace(table: "person", column: "name", row: 1)

    init() throws {
        root = try SecretBytes(random: 32)
        ring = try KeyRing.create(root: root, cabinet: cabinet, instance: ObjectID(high: 5, low: 6))
        try ring.makePersonKeys(for: [person])
    }

    @Test func `a batch of new people is one commit`() throws {
        let commits = cabinet.commits
        let people = (2..<52).map { ObjectID(high: 1, low: $0) }
        try ring.makePersonKeys(for: people)
        #expect(cabinet.commits == commits + 1)
        #expect(Set(cabinet.keys.map(\.wrapped)).count == 51)
        try ring.makePersonKeys(for: [])
        #expect(cabinet.commits == commits + 1)
    }

    @Test func `what was sealed for an erased person answers that the key is destroyed`() throws {
        let sealed = try ring.seal([1], at: place, owner: person)
        let another = try KeyRing(root: root, cabinet: cabinet)
        try ring.destroyKeys(of: person)
        for ring in [ring, another] {
            #expect(throws: VaultFailure.keyDestroyed) { try ring.open(sealed, at: place, owner: person) }
            #expect(throws: VaultFailure.keyDestroyed) { try ring.seal([1], at: place, owner: person) }
            #expect(throws: VaultFailure.keyDestroyed) { try ring.makeNextKey(for: person) }
            #expect(try !ring.hasKey(person))
        }
    }

    @Test func `a key that could not be destroyed where it lies is not called destroyed`() throws {
        let sealed = try ring.seal([1], at: place, owner: person)
        cabinet.refuse(true)
        #expect(throws: VaultFailure.unavailable(.cabinet(InMemoryKeyCabinet.Refusal.told))) {
            try ring.destroyKeys(of: person)
        }
        #expect(try ring.open(sealed, at: place, owner: person) == [1])
    }

    @Test func `keys that could not be kept seal nothing`() throws {
        let newcomer = ObjectID(high: 1, low: 2)
        cabinet.refuse(true)
        #expect(throws: VaultFailure.self) { try ring.makePersonKeys(for: [newcomer]) }
        cabinet.refuse(false)
        #expect(throws: VaultFailure.keyDestroyed) { try ring.seal([1], at: place, owner: newcomer) }
        #expect(throws: VaultFailure.unavailable(.cabinet(InMemoryKeyCabinet.Refusal.duplicateKey))) {
            try ring.makePersonKeys(for: [newcomer, person])
        }
        #expect(try !ring.hasKey(newcomer))
    }

    @Test func `a further key seals what is new and the first still opens what is old`() throws {
        let old = try ring.seal([1], at: place, owner: person)
        #expect(try ring.makeNextKey(for: person) == 2)
        let new = try ring.seal([2], at: place, owner: person)
        #expect(old[7] == 1 && new[7] == 2)
        for ring in [ring, try KeyRing(root: root, cabinet: cabinet)] {
            #expect(try ring.open(old, at: place, owner: person) == [1])
            #expect(try ring.open(new, at: place, owner: person) == [2])
            #expect(try ring.seal([3], at: place, owner: person)[7] == 2)
        }
    }

    @Test func `an exchanged wrapped key or commitment is refused`() throws {
        let newcomer = ObjectID(high: 1, low: 2)
        try ring.makePersonKeys(for: [newcomer])
        let sealed = try ring.seal([1], at: place, owner: person)
        let mine = try #require(try cabinet.wrappedKey(owner: person, version: 1))
        let theirs = try #require(try cabinet.wrappedKey(owner: newcomer, version: 1))
        func opened(epoch: UInt32 = 1, wrapped: [UInt8], commitment: [UInt8]) throws {
            cabinet.tamper(
                WrappedKey(owner: person, version: 1, epoch: epoch, wrapped: wrapped, commitment: commitment))
            _ = try KeyRing(root: root, cabinet: cabinet).open(sealed, at: place, owner: person)
        }
        #expect(throws: VaultFailure.authenticationFailed) {
            try opened(wrapped: theirs.wrapped, commitment: theirs.commitment)
        }
        #expect(throws: VaultFailure.authenticationFailed) {
            try opened(wrapped: mine.wrapped, commitment: theirs.commitment)
        }
        #expect(throws: VaultFailure.malformed) {
            try opened(wrapped: Array(mine.wrapped.dropLast()), commitment: mine.commitment)
        }
        // Who says that a key is held does not open it with the key that holds.
        #expect(throws: VaultFailure.keyHeld) {
            try opened(epoch: 0, wrapped: mine.wrapped, commitment: mine.commitment)
        }
        #expect(throws: VaultFailure.keyMissing) {
            try opened(epoch: 2, wrapped: mine.wrapped, commitment: mine.commitment)
        }
        try opened(wrapped: mine.wrapped, commitment: mine.commitment)
    }

    @Test func `a key that is in use needs no cabinet, and one unused for a minute is forgotten`() throws {
        let sealed = try ring.seal([1], at: place, owner: person)
        cabinet.refuse(true)
        ring.forgetUnusedKeys(now: .seconds(30))
        #expect(try ring.open(sealed, at: place, owner: person) == [1])
        ring.forgetUnusedKeys(now: .seconds(80))
        #expect(try ring.open(sealed, at: place, owner: person) == [1])
        ring.forgetUnusedKeys(now: .seconds(140))
        #expect(throws: VaultFailure.unavailable(.cabinet(InMemoryKeyCabinet.Refusal.told))) {
            try ring.open(sealed, at: place, owner: person)
        }
        cabinet.refuse(false)
        #expect(try ring.open(sealed, at: place, owner: person) == [1])
    }

    @Test func `a reader that is on its way while a person is erased does not bring the key back`() throws {
        let sealed = try ring.seal([1], at: place, owner: person)
        let slow = InterruptedCabinet(cabinet)
        let reader = try KeyRing(root: root, cabinet: slow)
        slow.interrupt { try reader.destroyKeys(of: self.person) }
        #expect(throws: VaultFailure.keyDestroyed) { try reader.open(sealed, at: place, owner: person) }
        #expect(throws: VaultFailure.keyDestroyed) { try reader.open(sealed, at: place, owner: person) }
    }

    @Test func `a reader that is on its way while a further key is made seals under the further key`() throws {
        let slow = InterruptedCabinet(cabinet)
        let reader = try KeyRing(root: root, cabinet: slow)
        slow.interrupt { try reader.makeNextKey(for: self.person) }
        #expect(try reader.seal([1], at: place, owner: person)[7] == 2)
    }
}
