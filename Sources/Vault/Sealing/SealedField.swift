/// The envelope of every sealed field (gdpr.md B3):
///
///     "TK" | format | algorithm | u32be key version | nonce[12] | ciphertext | tag[16]
///
/// Format 1 is unpadded. Format 2 carries ISO/IEC 7816-4 padding and says so in its AAD too, so that the format
/// byte cannot be turned. An unknown format or algorithm is refused, never guessed.
struct SealedField {
    enum Format: UInt8 {
        case plain = 1
        case padded = 2
        /// Chunks with a nonce and a tag each (`SealedAttachment`).
        case chunked = 3
    }

    static let algorithm: UInt8 = 1
    static let headerBytes = 8
    static let overhead = headerBytes + AESGCM.nonceBytes + AESGCM.tagBytes

    let instance: ObjectID
    let place: FieldPlace
    /// Sixteen zero bytes under a content key, so that a message may change its owner by re-wrapping one value.
    let owner: ObjectID
    let version: UInt32

    /// Seals with a fresh random nonce, straight into the array that is returned.
    func seal(
        _ plaintext: UnsafeRawBufferPointer, padTo bucket: Int, key: SecretBytes
    ) throws(VaultFailure) -> [UInt8] {
        try seal(plaintext, padTo: bucket, key: key) { nonce throws(VaultFailure) in try Randomness.fill(nonce) }
    }

    /// `fillNonce` must never give one nonce twice; only the published vectors choose theirs.
    func seal(
        _ plaintext: UnsafeRawBufferPointer, padTo bucket: Int, key: SecretBytes,
        fillNonce: (UnsafeMutableRawBufferPointer) throws(VaultFailure) -> Void
    ) throws(VaultFailure) -> [UInt8] {
        guard plaintext.count <= Limits.fieldBytes, bucket <= Limits.attachmentBucket else { throw .malformed }
        let padding = bucket > 0 ? 0..<(bucket - plaintext.count % bucket) : 0..<0
        let format: Format = bucket > 0 ? .padded : .plain
        let associated = associated(format).bytes
        let count = Self.overhead + plaintext.count + padding.count
        return try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized throws(VaultFailure) in
            let output = UnsafeMutableRawBufferPointer(buffer)
            guard let start = output.baseAddress else { throw .unavailable(.cryptography) }
            Self.writeHeader(format, version: version, to: output)
            let nonce = Self.headerBytes..<Self.headerBytes + AESGCM.nonceBytes
            try fillNonce(UnsafeMutableRawBufferPointer(rebasing: output[nonce]))
            let isSealed = key.withUnsafeBytes { key in
                associated.withUnsafeBytes { associated in
                    AESGCM.seal(
                        key: key, nonce: start + nonce.lowerBound, associated: associated, plaintext: plaintext,
                        padding: padding, into: start + nonce.upperBound)
                }
            }
            guard isSealed else { throw .unavailable(.cryptography) }
            initialized = count
        }
    }

    func open(_ sealed: [UInt8], key: SecretBytes) throws(VaultFailure) -> [UInt8] {
        let format = try Self.header(of: sealed).format
        guard format != .chunked else { throw .malformed }
        var plaintext = try [UInt8](
            unsafeUninitializedCapacity: sealed.count - Self.overhead
        ) { buffer, initialized throws(VaultFailure) in
            try open(sealed, key: key, into: UnsafeMutableRawBufferPointer(buffer))
            initialized = sealed.count - Self.overhead
        }
        if format == .padded {
            guard let end = Padding.end(of: plaintext) else { throw .malformed }
            plaintext.removeLast(plaintext.count - end)
        }
        return plaintext
    }

    /// Opens a field that holds a key, so that the key lies in secret memory only.
    func openSecret(_ sealed: [UInt8], key: SecretBytes) throws(VaultFailure) -> SecretBytes {
        guard try Self.header(of: sealed).format == .plain, sealed.count == Self.overhead + AESGCM.keyBytes else {
            throw .malformed
        }
        return try SecretBytes(count: AESGCM.keyBytes) { output throws(VaultFailure) in
            try open(sealed, key: key, into: output)
        }
    }

    /// The AAD of this place under this format, to which chunks add their own parts.
    func associated(_ format: Format) -> AssociatedBytes {
        var associated = AssociatedBytes(label: "ticketd.field.v1", instance: instance)
        associated.append(place.table)
        associated.append(place.column)
        associated.append(place.row)
        associated.append(owner)
        associated.append(version)
        if let within = place.within { associated.append(within) }
        if format == .padded { associated.append("padded") }
        return associated
    }

    static func writeHeader(_ format: Format, version: UInt32, to output: UnsafeMutableRawBufferPointer) {
        output[0] = UInt8(ascii: "T")
        output[1] = UInt8(ascii: "K")
        output[2] = format.rawValue
        output[3] = algorithm
        output.storeBytes(of: version.bigEndian, toByteOffset: 4, as: UInt32.self)
    }

    /// Reads what may be read without a key. Whether it is true only the tag tells.
    static func header(of sealed: [UInt8]) throws(VaultFailure) -> (format: Format, version: UInt32) {
        guard sealed.count >= overhead, sealed[0] == UInt8(ascii: "T"), sealed[1] == UInt8(ascii: "K"),
            let format = Format(rawValue: sealed[2]), sealed[3] == algorithm
        else { throw .malformed }
        let version = sealed[4..<8].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return (format, version)
    }

    private func open(
        _ sealed: [UInt8], key: SecretBytes, into output: UnsafeMutableRawBufferPointer
    ) throws(VaultFailure) {
        let header = try Self.header(of: sealed)
        let associated = associated(header.format).bytes
        // An empty plaintext needs a place to be written to all the same.
        var nowhere: UInt8 = 0
        let verdict = withUnsafeMutableBytes(of: &nowhere) { nowhere in
            sealed.withUnsafeBytes { sealed in
                key.withUnsafeBytes { key in
                    associated.withUnsafeBytes { associated in
                        Self.open(sealed, key, associated, output.baseAddress ?? nowhere.baseAddress)
                    }
                }
            }
        }
        switch verdict {
        case .fits: return
        case .forged: throw .authenticationFailed
        case .failed: throw .unavailable(.cryptography)
        }
    }

    private static func open(
        _ sealed: UnsafeRawBufferPointer, _ key: UnsafeRawBufferPointer, _ associated: UnsafeRawBufferPointer,
        _ output: UnsafeMutableRawPointer?
    ) -> AESGCM.Verdict {
        guard let start = sealed.baseAddress, let output else { return .failed }
        let body = UnsafeRawBufferPointer(rebasing: sealed[(headerBytes + AESGCM.nonceBytes)...])
        return AESGCM.open(
            key: key, nonce: start + headerBytes, associated: associated, sealed: body, into: output)
    }
}
