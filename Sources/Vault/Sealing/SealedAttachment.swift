/// An attachment sealed in chunks of 64 KiB (gdpr.md B3, STREAM), so that it can be opened piece by piece and yet
/// not be cut, reordered or mixed with another:
///
///     "TK" | 3 | algorithm | u32be 0 | chunk…        chunk := nonce[12] | ciphertext | tag[16]
///     AAD  := the field's AAD, LP(u64be index) LP(last ? 1 : 0) LP(attachment id)
///
/// The plaintext is padded to a multiple of 4 KiB, so that its exact size is not seen.
struct SealedAttachment {
    static let chunkOverhead = AESGCM.nonceBytes + AESGCM.tagBytes
    static let sealedChunkBytes = Limits.chunkBytes + chunkOverhead

    private let attachment: ObjectID
    /// What all chunks have in common.
    private let prefix: AssociatedBytes

    init(field: SealedField, attachment: ObjectID) {
        self.attachment = attachment
        prefix = field.associated(.chunked)
    }

    func seal(_ plaintext: UnsafeRawBufferPointer, key: SecretBytes) throws(VaultFailure) -> [UInt8] {
        guard plaintext.count <= Limits.fieldBytes else { throw .malformed }
        let padded = (plaintext.count / Limits.attachmentBucket + 1) * Limits.attachmentBucket
        let chunks = (padded + Limits.chunkBytes - 1) / Limits.chunkBytes
        let count = SealedField.headerBytes + padded + chunks * Self.chunkOverhead
        return try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized throws(VaultFailure) in
            let output = UnsafeMutableRawBufferPointer(buffer)
            SealedField.writeHeader(.chunked, version: ContentKey.version, to: output)
            for index in 0..<chunks {
                let content = index * Limits.chunkBytes..<min((index + 1) * Limits.chunkBytes, padded)
                let start = SealedField.headerBytes + index * Self.sealedChunkBytes
                let place = UnsafeMutableRawBufferPointer(
                    rebasing: output[start..<start + content.count + Self.chunkOverhead])
                let isLast = index == chunks - 1
                try seal(content, of: plaintext, key: key, associated(index, isLast: isLast), into: place)
            }
            initialized = count
        }
    }

    func open(_ sealed: [UInt8], key: SecretBytes) throws(VaultFailure) -> [UInt8] {
        let chunks = try Self.chunks(of: sealed)
        let count = sealed.count - SealedField.headerBytes - chunks * Self.chunkOverhead
        var plaintext = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized throws(VaultFailure) in
            let output = UnsafeMutableRawBufferPointer(buffer)
            for index in 0..<chunks {
                let content = index * Limits.chunkBytes..<min((index + 1) * Limits.chunkBytes, count)
                let place = UnsafeMutableRawBufferPointer(rebasing: output[content])
                try open(index, of: chunks, sealed, key: key, into: place)
            }
            initialized = count
        }
        guard let end = Padding.end(of: plaintext) else { throw .malformed }
        plaintext.removeLast(count - end)
        return plaintext
    }

    /// Opens one chunk after the other and hands each to `take`, holding one at a time. What `take` was given before
    /// a throw was written by us, but is not all of it.
    func open(
        _ sealed: [UInt8], key: SecretBytes, take: (UnsafeRawBufferPointer) throws(VaultFailure) -> Void
    ) throws(VaultFailure) {
        let chunks = try Self.chunks(of: sealed)
        for index in 0..<chunks {
            let start = SealedField.headerBytes + index * Self.sealedChunkBytes
            let count = min(Self.sealedChunkBytes, sealed.count - start) - Self.chunkOverhead
            let chunk = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized throws(VaultFailure) in
                try open(index, of: chunks, sealed, key: key, into: UnsafeMutableRawBufferPointer(buffer))
                initialized = count
            }
            var end = count
            if index == chunks - 1 {
                guard let content = Padding.end(of: chunk) else { throw .malformed }
                end = content
            }
            try chunk.withUnsafeBufferPointer { chunk throws(VaultFailure) in
                try take(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(chunk)[..<end]))
            }
        }
    }

    /// What stands before the chunks.
    static var header: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: SealedField.headerBytes) { buffer, count in
            SealedField.writeHeader(.chunked, version: ContentKey.version, to: UnsafeMutableRawBufferPointer(buffer))
            count = SealedField.headerBytes
        }
    }

    /// One chunk alone: full, or the last one, which is padded.
    func sealChunk(
        _ index: Int, isLast: Bool, _ plaintext: [UInt8], key: SecretBytes
    ) throws(VaultFailure) -> [UInt8] {
        guard plaintext.count == Limits.chunkBytes || isLast && plaintext.count < Limits.chunkBytes else {
            throw .malformed
        }
        let padded =
            isLast ? (plaintext.count / Limits.attachmentBucket + 1) * Limits.attachmentBucket : plaintext.count
        let count = padded + Self.chunkOverhead
        return try plaintext.withUnsafeBufferPointer { plaintext throws(VaultFailure) in
            try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized throws(VaultFailure) in
                try seal(
                    0..<padded, of: UnsafeRawBufferPointer(plaintext), key: key, associated(index, isLast: isLast),
                    into: UnsafeMutableRawBufferPointer(buffer))
                initialized = count
            }
        }
    }

    /// One sealed chunk alone, without the padding of the last.
    func openChunk(_ index: Int, isLast: Bool, _ sealed: [UInt8], key: SecretBytes) throws(VaultFailure) -> [UInt8] {
        let count = sealed.count - Self.chunkOverhead
        guard count > 0, count <= Limits.chunkBytes else { throw .malformed }
        var chunk = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized throws(VaultFailure) in
            try open(sealed[...], associated(index, isLast: isLast), key, UnsafeMutableRawBufferPointer(buffer))
            initialized = count
        }
        if isLast {
            guard let end = Padding.end(of: chunk) else { throw .malformed }
            chunk.removeLast(count - end)
        }
        return chunk
    }

    /// How many chunks these bytes are, if they can be any.
    private static func chunks(of sealed: [UInt8]) throws(VaultFailure) -> Int {
        guard try SealedField.header(of: sealed) == (.chunked, ContentKey.version) else { throw .malformed }
        let body = sealed.count - SealedField.headerBytes
        let chunks = (body + sealedChunkBytes - 1) / sealedChunkBytes
        let last = body - (chunks - 1) * sealedChunkBytes - chunkOverhead
        guard last > 0, last % Limits.attachmentBucket == 0 else { throw .malformed }
        return chunks
    }

    private func associated(_ index: Int, isLast: Bool) -> [UInt8] {
        var associated = prefix
        associated.append(UInt64(index))
        associated.append(UInt8(isLast ? 1 : 0))
        associated.append(attachment)
        return associated.bytes
    }

    /// Seals the part of plaintext-and-padding that `content` names. Padding begins where the plaintext ends and
    /// never reaches back a chunk, because a chunk is a multiple of the bucket.
    private func seal(
        _ content: Range<Int>, of plaintext: UnsafeRawBufferPointer, key: SecretBytes, _ associated: [UInt8],
        into output: UnsafeMutableRawBufferPointer
    ) throws(VaultFailure) {
        let text = UnsafeRawBufferPointer(rebasing: plaintext[content.clamped(to: 0..<plaintext.count)])
        try Randomness.fill(UnsafeMutableRawBufferPointer(rebasing: output[..<AESGCM.nonceBytes]))
        let isSealed = key.withUnsafeBytes { key in
            associated.withUnsafeBytes { associated in
                guard let start = output.baseAddress else { return false }
                return AESGCM.seal(
                    key: key, nonce: start, associated: associated, plaintext: text,
                    padding: 0..<(content.count - text.count), into: start + AESGCM.nonceBytes)
            }
        }
        guard isSealed else { throw .unavailable(.cryptography) }
    }

    private func open(
        _ index: Int, of chunks: Int, _ sealed: [UInt8], key: SecretBytes, into output: UnsafeMutableRawBufferPointer
    ) throws(VaultFailure) {
        let start = SealedField.headerBytes + index * Self.sealedChunkBytes
        let end = min(start + Self.sealedChunkBytes, sealed.count)
        try open(sealed[start..<end], associated(index, isLast: index == chunks - 1), key, output)
    }

    private func open(
        _ sealed: ArraySlice<UInt8>, _ associated: [UInt8], _ key: SecretBytes,
        _ output: UnsafeMutableRawBufferPointer
    ) throws(VaultFailure) {
        let verdict = sealed.withUnsafeBytes { sealed in
            key.withUnsafeBytes { key in
                associated.withUnsafeBytes { associated in
                    guard let nonce = sealed.baseAddress, let place = output.baseAddress else {
                        return AESGCM.Verdict.failed
                    }
                    let body = UnsafeRawBufferPointer(rebasing: sealed[AESGCM.nonceBytes...])
                    return AESGCM.open(key: key, nonce: nonce, associated: associated, sealed: body, into: place)
                }
            }
        }
        switch verdict {
        case .fits: return
        case .forged: throw .authenticationFailed
        case .failed: throw .unavailable(.cryptography)
        }
    }
}
