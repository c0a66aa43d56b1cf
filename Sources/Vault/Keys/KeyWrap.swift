/// A 32-byte key sealed under another: nonce[12] | ciphertext[32] | tag[16], with a commitment kept beside it.
///
/// GCM does not commit to its key, so the commitment, which only the right key produces, is compared before use.
enum KeyWrap {
    static let bytes = AESGCM.nonceBytes + AESGCM.keyBytes + AESGCM.tagBytes

    static func wrap(
        _ secret: SecretBytes, under key: SecretBytes, associated: [UInt8]
    ) throws(VaultFailure) -> [UInt8] {
        try wrap(secret, under: key, associated: associated) { nonce throws(VaultFailure) in
            try Randomness.fill(nonce)
        }
    }

    /// `fillNonce` must never give one nonce twice; only the published vectors choose theirs.
    static func wrap(
        _ secret: SecretBytes, under key: SecretBytes, associated: [UInt8],
        fillNonce: (UnsafeMutableRawBufferPointer) throws(VaultFailure) -> Void
    ) throws(VaultFailure) -> [UInt8] {
        precondition(secret.count == AESGCM.keyBytes, "What is wrapped is a 32-byte key.")
        return try [UInt8](unsafeUninitializedCapacity: bytes) { buffer, count throws(VaultFailure) in
            let output = UnsafeMutableRawBufferPointer(buffer)
            guard let start = output.baseAddress else { throw .unavailable(.cryptography) }
            try fillNonce(UnsafeMutableRawBufferPointer(rebasing: output[..<AESGCM.nonceBytes]))
            let isSealed = key.withUnsafeBytes { key in
                secret.withUnsafeBytes { secret in
                    associated.withUnsafeBytes { associated in
                        AESGCM.seal(
                            key: key, nonce: start, associated: associated, plaintext: secret,
                            into: start + AESGCM.nonceBytes)
                    }
                }
            }
            guard isSealed else { throw .unavailable(.cryptography) }
            count = bytes
        }
    }

    static func unwrap(
        _ wrapped: [UInt8], under key: SecretBytes, associated: [UInt8]
    ) throws(VaultFailure) -> SecretBytes {
        guard wrapped.count == bytes else { throw .malformed }
        return try SecretBytes(count: AESGCM.keyBytes) { output throws(VaultFailure) in
            let verdict = wrapped.withUnsafeBytes { wrapped in
                key.withUnsafeBytes { key in
                    associated.withUnsafeBytes { associated in
                        open(wrapped, key: key, associated: associated, into: output)
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

    private static func open(
        _ wrapped: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, associated: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) -> AESGCM.Verdict {
        guard let nonce = wrapped.baseAddress, let start = output.baseAddress else { return .failed }
        let body = UnsafeRawBufferPointer(rebasing: wrapped[AESGCM.nonceBytes...])
        return AESGCM.open(key: key, nonce: nonce, associated: associated, sealed: body, into: start)
    }
}
