/// Seals a file that is made piece by piece, in the form of `SealedAttachment`: what has been sealed can be written at
/// once, and no more than one chunk waits in memory.
///
/// `finish` seals the last chunk. Without it nobody opens the file as a whole one: no chunk says that it is the last.
package struct FileSealer: Sendable {
    private let form: SealedAttachment
    private let key: SecretBytes
    private var waiting: [UInt8] = []
    private var index = 0

    init(form: SealedAttachment, key: SecretBytes) {
        self.form = form
        self.key = key
        waiting.reserveCapacity(Limits.chunkBytes)
    }

    /// What stands before the first chunk.
    package var opening: [UInt8] { SealedAttachment.header }

    /// Takes the next bytes; answers the chunks that are full.
    package mutating func seal(_ bytes: [UInt8]) throws(VaultFailure) -> [UInt8] {
        var sealed: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let taken = rest.prefix(Limits.chunkBytes - waiting.count)
            waiting.append(contentsOf: taken)
            rest = rest.dropFirst(taken.count)
            // Never the last one: the padding still has to follow.
            if waiting.count == Limits.chunkBytes { sealed += try chunk(isLast: false) }
        }
        return sealed
    }

    /// The last chunk, with its padding.
    package mutating func finish() throws(VaultFailure) -> [UInt8] {
        try chunk(isLast: true)
    }

    private mutating func chunk(isLast: Bool) throws(VaultFailure) -> [UInt8] {
        let sealed = try form.sealChunk(index, isLast: isLast, waiting, key: key)
        waiting.removeAll(keepingCapacity: true)
        index += 1
        return sealed
    }
}

/// Where the chunks of a sealed file lie, given how many bytes it holds in clear.
package struct SealedFileLayout: Sendable, Equatable {
    package let bytes: Int
    package let chunks: Int
    package let sealedBytes: Int

    /// nil when no file can be so long.
    package init?(bytes: Int) {
        guard bytes >= 0, bytes < 1 << 46 else { return nil }
        self.bytes = bytes
        let padded = (bytes / Limits.attachmentBucket + 1) * Limits.attachmentBucket
        chunks = (padded + Limits.chunkBytes - 1) / Limits.chunkBytes
        sealedBytes = SealedField.headerBytes + padded + chunks * SealedAttachment.chunkOverhead
    }

    /// Bytes in clear of every chunk but the last.
    package static let chunkBytes = Limits.chunkBytes

    /// The place of one sealed chunk in the file.
    package func place(of index: Int) -> Range<Int> {
        let start = SealedField.headerBytes + index * SealedAttachment.sealedChunkBytes
        return start..<min(start + SealedAttachment.sealedChunkBytes, sealedBytes)
    }
}

extension ContentKey {
    package func fileSealer(at place: FieldPlace, file: ObjectID) -> FileSealer {
        FileSealer(form: SealedAttachment(field: field(at: place), attachment: file), key: secret)
    }

    /// One chunk of a sealed file, without the padding of the last.
    package func openChunk(
        _ index: Int, in layout: SealedFileLayout, _ sealed: [UInt8], at place: FieldPlace, file: ObjectID
    ) throws(VaultFailure) -> [UInt8] {
        guard layout.chunks > index, index >= 0, sealed.count == layout.place(of: index).count else {
            throw .malformed
        }
        return try SealedAttachment(field: field(at: place), attachment: file)
            .openChunk(index, isLast: index == layout.chunks - 1, sealed, key: secret)
    }
}
