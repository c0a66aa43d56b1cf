import DeskTesting
import Testing

@testable import Vault

@Suite struct ContentKeyTests {
    private let ring: KeyRing
    private let author = ObjectID(high: 1, low: 1)
    private let heir = ObjectID(high: 1, low: 2)
    private let ticket = ObjectID(high: 9, low: 1)
    private let message = ObjectID(high: 2, low: 7)
    private var keyPlace: FieldPlace { FieldPlace(table: "message", column: "cek", row: message, within: ticket) }
    private var body: FieldPlace { FieldPlace(table: "message", column: "body", row: message) }

    init() throws {
        ring = try KeyRing.create(
            root: SecretBytes(random: 32), cabinet: InMemoryKeyCabinet(), instance: ObjectID(high: 5, low: 5))
        try ring.makePersonKeys(for: [author, heir])
    }

    @Test func `a message changes its owner by re-wrapping one value`() throws {
        let (key, wrapped) = try ring.makeContentKey(at: keyPlace, owner: author)
        let sealed = try key.seal(Array("hello".utf8), at: body)
        let again = try ring.openContentKey(wrapped, at: keyPlace, owner: author)
        let moved = try ring.wrap(again, at: keyPlace, owner: heir)
        try ring.destroyKeys(of: author)
        #expect(throws: VaultFailure.keyDestroyed) { try ring.openContentKey(wrapped, at: keyPlace, owner: author) }
        let text = try ring.openContentKey(moved, at: keyPlace, owner: heir).open(sealed, at: body)
        #expect(text == Array("hello".utf8))
    }

    @Test func `a content key is bound to its ticket, its row and its owner`() throws {
        let wrapped = try ring.makeContentKey(at: keyPlace, owner: author).wrapped
        let otherTicket = FieldPlace(table: "message", column: "cek", row: message, within: heir)
        let otherRow = FieldPlace(table: "message", column: "cek", row: heir, within: ticket)
        for place in [otherTicket, otherRow, body] {
            #expect(throws: VaultFailure.authenticationFailed) {
                try ring.openContentKey(wrapped, at: place, owner: author)
            }
        }
        #expect(throws: VaultFailure.authenticationFailed) {
            try ring.openContentKey(wrapped, at: keyPlace, owner: heir)
        }
    }

    @Test func `a field that is no key is not taken for one`() throws {
        for text in [[UInt8](repeating: 1, count: 31), [UInt8](repeating: 1, count: 33), []] {
            let sealed = try ring.seal(text, at: keyPlace, owner: author)
            #expect(throws: VaultFailure.malformed) {
                try ring.openContentKey(sealed, at: keyPlace, owner: author)
            }
        }
    }

    @Test func `one message's key opens nothing of another message`() throws {
        let first = try ring.makeContentKey(at: keyPlace, owner: author).key
        let second = try ring.makeContentKey(at: keyPlace, owner: author).key
        let sealed = try first.seal([1], at: body, padTo: 32)
        #expect(throws: VaultFailure.authenticationFailed) { try second.open(sealed, at: body) }
        #expect(throws: VaultFailure.authenticationFailed) { try ring.quarantineKey.open(sealed, at: body) }
    }
}
