import Testing

@testable import Vault

/// A file that is sealed while it is made opens chunk by chunk, whole, and in no other order.
struct FileSealerTests {
    private static let place = FieldPlace(table: "export", column: "content", row: ObjectID(high: 1, low: 2))
    private static let file = ObjectID(high: 1, low: 2)

    private static func key() throws -> ContentKey {
        ContentKey(secret: try SecretBytes(random: 32), instance: ObjectID(high: 3, low: 4))
    }

    private static func seal(_ bytes: [UInt8], pieces: Int, _ key: ContentKey) throws -> [UInt8] {
        var sealer = key.fileSealer(at: place, file: file)
        var sealed = sealer.opening
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            sealed += try sealer.seal(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        return sealed + (try sealer.finish())
    }

    @Test(arguments: [0, 1, 4_095, 4_096, 65_535, 65_536, 65_537, 131_072, 200_000], [1_000, 65_536, 300_000])
    func `it opens by chunks and as one attachment, whatever pieces it was made of`(count: Int, pieces: Int) throws {
        let key = try Self.key()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let sealed = try Self.seal(bytes, pieces: pieces, key)
        let layout = try #require(SealedFileLayout(bytes: count))
        #expect(sealed.count == layout.sealedBytes)
        var opened: [UInt8] = []
        for index in 0..<layout.chunks {
            opened += try key.openChunk(
                index, in: layout, Array(sealed[layout.place(of: index)]), at: Self.place, file: Self.file)
        }
        #expect(opened == bytes)
        #expect(try key.openAttachment(sealed, at: Self.place, attachment: Self.file) == bytes)
    }

    @Test func `a chunk opens only in its place, and the last one only as the last`() throws {
        let key = try Self.key()
        let bytes = [UInt8](repeating: 7, count: 140_000)
        let sealed = try Self.seal(bytes, pieces: 9_999, key)
        let layout = try #require(SealedFileLayout(bytes: bytes.count))
        let first = Array(sealed[layout.place(of: 0)])
        #expect(throws: VaultFailure.authenticationFailed) {
            try key.openChunk(1, in: layout, first, at: Self.place, file: Self.file)
        }
        // Cut after two chunks: no shorter file is a whole one.
        let cut = try #require(SealedFileLayout(bytes: 131_071))
        #expect(throws: VaultFailure.authenticationFailed) {
            try key.openChunk(
                1, in: cut, Array(sealed[layout.place(of: 1)]), at: Self.place, file: Self.file)
        }
        let other = FieldPlace(table: "export", column: "content", row: ObjectID(high: 1, low: 3))
        #expect(throws: VaultFailure.authenticationFailed) {
            try key.openChunk(0, in: layout, first, at: other, file: Self.file)
        }
        #expect(SealedFileLayout(bytes: -1) == nil)
    }
}
