import DeskTesting
import Synchronization
import Testing

@testable import Vault

@Suite struct KeyRingTests {
    private let cabinet = InMemoryKeyCabinet()
    private let instance = ObjectID(high: 5, low: 6)
    private let root: SecretBytes
    private let ring: KeyRing
    private let person = ObjectID(high: 1, low: 1)
    private let place = FieldPlace(table: "person", column: "name", row: ObjectID(high: 1, low: 1))

    init() throws {
        root = try SecretBytes(random: 32)
        ring = try KeyRing.create(root: root, cabinet: cabinet, instance: instance)
    }

    @Test func `a ring opened again reads what the first one sealed and hashes alike`() throws {
        try ring.makePersonKeys(for: [person])
        let sealed = try ring.seal([1, 2, 3], at: place, owner: person, padTo: 32)
        let again = try KeyRing(root: root, cabinet: cabinet)
        #expect(again.instance == instance)
        #expect(try again.open(sealed, at: place, owner: person) == [1, 2, 3])
        #expect(again.blindIndex(ofAddress: "a@b.c") == ring.blindIndex(ofAddress: "a@b.c"))
        #expect(again.messageIDHash([1]) == ring.messageIDHash([1]))
    }

    @Test func `another root is named and refused, and nothing is written`() throws {
        let other = try SecretBytes(random: 32)
        let found = try KeyRing.rootID(of: other, instance: instance)
        let commits = cabinet.commits
        #expect(throws: VaultFailure.wrongRoot(expected: ring.rootID, found: found)) {
            try KeyRing(root: other, cabinet: cabinet)
        }
        #expect(cabinet.commits == commits)
        #expect(throws: VaultFailure.malformed) {
            try KeyRing(root: SecretBytes(random: 31), cabinet: cabinet)
        }
    }

    @Test func `a filled cabinet is never filled again`() throws {
        let before = try cabinet.load()
        #expect(throws: VaultFailure.unavailable(.cabinet(InMemoryKeyCabinet.Refusal.alreadyFilled))) {
            try KeyRing.create(root: root, cabinet: cabinet, instance: instance)
        }
        #expect(try cabinet.load() == before)
    }

    @Test func `a rotated root opens everything and the old one nothing`() throws {
        try ring.makePersonKeys(for: [person])
        let sealed = try ring.seal([9], at: place, owner: person)
        let next = try SecretBytes(random: 32)
        cabinet.replace(try ring.contents(rewrappedUnder: next))
        let rotated = try KeyRing(root: next, cabinet: cabinet)
        #expect(try rotated.open(sealed, at: place, owner: person) == [9])
        #expect(rotated.blindIndex(ofAddress: "a@b.c") == ring.blindIndex(ofAddress: "a@b.c"))
        #expect(throws: VaultFailure.wrongRoot(expected: rotated.rootID, found: ring.rootID)) {
            try KeyRing(root: root, cabinet: cabinet)
        }
    }

    @Test func `keys in the cabinet that were exchanged, changed or removed are refused`() throws {
        let contents = try cabinet.load()
        func opened(services: [CabinetContents.Service]? = nil, epochs: [CabinetContents.Epoch]? = nil) throws {
            cabinet.replace(
                CabinetContents(
                    instance: contents.instance, rootID: contents.rootID, epochs: epochs ?? contents.epochs,
                    services: services ?? contents.services))
            _ = try KeyRing(root: root, cabinet: cabinet)
        }
        typealias Service = CabinetContents.Service
        let first = contents.services[0]
        let second = contents.services[1]
        var swapped = contents.services
        swapped[0] = Service(name: first.name, version: 1, wrapped: second.wrapped, commitment: second.commitment)
        #expect(throws: VaultFailure.authenticationFailed) { try opened(services: swapped) }
        swapped[0] = Service(name: first.name, version: 1, wrapped: first.wrapped, commitment: second.commitment)
        #expect(throws: VaultFailure.authenticationFailed) { try opened(services: swapped) }
        swapped[0] = Service(name: first.name, version: 2, wrapped: first.wrapped, commitment: first.commitment)
        #expect(throws: VaultFailure.authenticationFailed) { try opened(services: swapped) }
        #expect(throws: VaultFailure.keyMissing) { try opened(services: Array(contents.services.dropFirst())) }
        #expect(throws: VaultFailure.keyMissing) { try opened(epochs: []) }
        try opened()
    }

    @Test func `suppression is written under the newest key and found under all`() throws {
        let keystore = try Keystore(root: root, instance: instance)
        let contents = try cabinet.load()
        let newer = try keystore.wrap(SecretBytes(random: 32), service: "suppress", version: 2)
        cabinet.replace(
            CabinetContents(
                instance: instance, rootID: contents.rootID, epochs: contents.epochs,
                services: [newer] + contents.services))
        let hashes = try KeyRing(root: root, cabinet: cabinet).suppressionHashes(ofAddress: "a@b.c")
        #expect(hashes.map(\.version) == [2, 1])
        #expect(hashes[1].hash == ring.suppressionHashes(ofAddress: "a@b.c")[0].hash)
        #expect(hashes[0].hash != hashes[1].hash)
        #expect(hashes.allSatisfy { $0.hash.count == 20 })
    }

    @Test func `hashes for different uses of one value differ`() throws {
        let text = "a@b.c"
        let identity = ring.identityHasher()
        identity.update(Array(text.utf8))
        let hashes = [
            ring.blindIndex(ofAddress: text), ring.evidenceHash(ofAddress: text),
            ring.messageIDHash(Array(text.utf8)), identity.finish(),
            ring.capabilityHash(Array(text.utf8), label: "reply"), ring.capabilityHash(Array(text.utf8), label: "mid"),
            ring.portalHash(Array(text.utf8), label: "reply"), ring.capabilityHash(Array("ya@b.c".utf8), label: "repl"),
        ]
        #expect(Set(hashes).count == hashes.count)
    }

    @Test func `a key that everyone shares stops long before its nonces could meet`() throws {
        let claim = try #require(
            UnsubscribeClaim(
                kind: .body, scope: 7, message: 1, suppression: [UInt8](repeating: 0, count: 20), suppressionVersion: 1)
        )
        ring.unsubscribeSeals.store(Limits.sharedKeyInvocations - 1, ordering: .relaxed)
        ring.epochWraps.store(Limits.sharedKeyInvocations - 1, ordering: .relaxed)
        _ = try ring.sealUnsubscribe(claim)
        try ring.makePersonKeys(for: [person])
        #expect(throws: VaultFailure.unavailable(.exhausted)) { try ring.sealUnsubscribe(claim) }
        #expect(throws: VaultFailure.unavailable(.exhausted)) {
            try ring.makePersonKeys(for: [ObjectID(high: 1, low: 2)])
        }
    }

    @Test func `nothing printed from the vault holds a secret`() throws {
        try ring.makePersonKeys(for: [person])
        let secret = SecretBytes(copying: Array("canary-canary-canary-canary-0032".utf8))
        let token = try AccessToken()
        let password = try PasswordHash(password: Array("canary".utf8), logN: 10)
        let sheet = try #require(EscrowSheet(root: secret))
        let key = ContentKey(secret: secret, instance: instance)
        for value: Any in [secret, ring, token, password, sheet, key, ring.auditChain] {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), dumped] {
                #expect(!text.contains("canary"))
                #expect(!text.contains(token.text.dropFirst(4)))
                #expect(!text.contains(password.text.suffix(20)))
                #expect(!text.contains(sheet.words[0]))
                #expect(!text.contains("pointer"))
            }
        }
    }
}
