import Testing

@testable import Vault

@Suite struct SealedAttachmentTests {
    private let key: ContentKey
    private let place = FieldPlace(table: "attachment", column: "content", row: ObjectID(high: 1, low: 9))
    private let attachment = ObjectID(high: 1, low: 9)
    private static let chunk = SealedAttachment.sealedChunkBytes

    init() throws {
        key = ContentKey(secret: try SecretBytes(random: 32), instance: ObjectID(high: 3, low: 3))
    }

    @Test(arguments: [0, 1, 4095, 4096, 61_439, 61_440, 65_535, 65_536, 65_537, 131_072, 200_001])
    func `an attachment of any length comes back, whole and in pieces`(count: Int) throws {
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ $0 >> 8) }
        let sealed = try key.sealAttachment(content, at: place, attachment: attachment)
        #expect(try key.openAttachment(sealed, at: place, attachment: attachment) == content)
        var pieces: [UInt8] = []
        try key.openAttachment(sealed, at: place, attachment: attachment) { piece throws(VaultFailure) in
            pieces.append(contentsOf: piece)
        }
        #expect(pieces == content)
        let chunks = (count + 4096) / 65_536 + ((count / 4096 + 1) * 4096 % 65_536 == 0 ? 0 : 1)
        #expect(sealed.count >= 8 + chunks * 28 + count)
        #expect((sealed.count - 8) % Self.chunk % 4096 == (((sealed.count - 8) % Self.chunk) == 0 ? 0 : 28))
    }

    @Test func `chunks cannot be dropped, swapped, repeated or taken from another attachment`() throws {
        let content = [UInt8](repeating: 5, count: 3 * 65_536 - 4096)
        let sealed = try key.sealAttachment(content, at: place, attachment: attachment)
        #expect(sealed.count == 8 + 3 * Self.chunk)
        let header = Array(sealed.prefix(8))
        let chunks = (0..<3).map { Array(sealed[8 + $0 * Self.chunk..<8 + ($0 + 1) * Self.chunk]) }
        let foreign = try key.sealAttachment(content, at: place, attachment: ObjectID(high: 1, low: 8))
        let forgeries = [
            header + chunks[0] + chunks[1],
            header + chunks[1] + chunks[2],
            header + chunks[0],
            header + chunks[1] + chunks[0] + chunks[2],
            header + chunks[0] + chunks[1] + chunks[2] + chunks[2],
            header + chunks[0] + chunks[1] + foreign.suffix(Self.chunk),
        ]
        for forgery in forgeries {
            #expect(throws: VaultFailure.authenticationFailed) {
                try key.openAttachment(forgery, at: place, attachment: attachment)
            }
            #expect(throws: VaultFailure.authenticationFailed) {
                try key.openAttachment(forgery, at: place, attachment: attachment) { _ in }
            }
        }
        #expect(throws: VaultFailure.authenticationFailed) {
            try key.openAttachment(sealed, at: place, attachment: ObjectID(high: 1, low: 8))
        }
    }

    @Test func `an attachment is not taken for a field, nor a field for an attachment`() throws {
        let sealed = try key.sealAttachment([1], at: place, attachment: attachment)
        #expect(throws: VaultFailure.malformed) { try key.open(sealed, at: place) }
        for format: UInt8 in [1, 2] {
            var turned = sealed
            turned[2] = format
            #expect(throws: VaultFailure.authenticationFailed) { try key.open(turned, at: place) }
        }
        let field = try key.seal([1], at: place, padTo: 4096)
        #expect(throws: VaultFailure.malformed) { try key.openAttachment(field, at: place, attachment: attachment) }
    }

    @Test func `bytes cut anywhere do not open`() throws {
        let sealed = try key.sealAttachment([UInt8](repeating: 1, count: 66_000), at: place, attachment: attachment)
        for count in Array(0..<80) + [8 + Self.chunk - 1, 8 + Self.chunk, 8 + Self.chunk + 28, sealed.count - 1] {
            #expect(throws: VaultFailure.self) {
                try key.openAttachment(Array(sealed.prefix(count)), at: place, attachment: attachment)
            }
        }
    }
}
