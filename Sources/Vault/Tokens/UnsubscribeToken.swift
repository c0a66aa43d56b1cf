/// The 60 bytes of an unsubscribe token, 80 characters in base64url:
///
///     version | key version | nonce[12] | AES-256-GCM(k_unsub; claim[30]) | tag[16]
///
/// Version and key version are authenticated with it. A token is fresh for each message and place.
enum UnsubscribeToken {
    static let version: UInt8 = 1
    static let headerBytes = 2
    static let claimBytes = 30
    static let bytes = headerBytes + AESGCM.nonceBytes + claimBytes + AESGCM.tagBytes

    static func seal(
        _ claim: UnsubscribeClaim, key: SecretBytes, keyVersion: UInt8, instance: ObjectID
    ) throws(VaultFailure) -> [UInt8] {
        let associated = associated(keyVersion: keyVersion, instance: instance)
        let claim = claim.bytes
        return try [UInt8](unsafeUninitializedCapacity: bytes) { buffer, count throws(VaultFailure) in
            let output = UnsafeMutableRawBufferPointer(buffer)
            guard let start = output.baseAddress else { throw .unavailable(.cryptography) }
            output[0] = version
            output[1] = keyVersion
            let nonce = headerBytes..<headerBytes + AESGCM.nonceBytes
            try Randomness.fill(UnsafeMutableRawBufferPointer(rebasing: output[nonce]))
            let isSealed = key.withUnsafeBytes { key in
                claim.withUnsafeBytes { claim in
                    associated.withUnsafeBytes { associated in
                        AESGCM.seal(
                            key: key, nonce: start + nonce.lowerBound, associated: associated, plaintext: claim,
                            into: start + nonce.upperBound)
                    }
                }
            }
            guard isSealed else { throw .unavailable(.cryptography) }
            count = bytes
        }
    }

    /// Nil for whatever was not sealed by this key: the holder of a bad token learns only that it is bad.
    static func open(
        _ token: [UInt8], instance: ObjectID, key: (_ version: UInt8) -> SecretBytes?
    ) -> UnsubscribeClaim? {
        guard token.count == bytes, token[0] == version, let key = key(token[1]) else { return nil }
        let associated = associated(keyVersion: token[1], instance: instance)
        var verdict = AESGCM.Verdict.failed
        let claim = [UInt8](unsafeUninitializedCapacity: claimBytes) { buffer, count in
            verdict = token.withUnsafeBytes { token in
                key.withUnsafeBytes { key in
                    associated.withUnsafeBytes { associated in
                        open(token, key: key, associated: associated, into: UnsafeMutableRawBufferPointer(buffer))
                    }
                }
            }
            count = verdict == .fits ? claimBytes : 0
        }
        return verdict == .fits ? UnsubscribeClaim(bytes: claim) : nil
    }

    private static func open(
        _ token: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, associated: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) -> AESGCM.Verdict {
        guard let start = token.baseAddress, let claim = output.baseAddress else { return .failed }
        let body = UnsafeRawBufferPointer(rebasing: token[(headerBytes + AESGCM.nonceBytes)...])
        return AESGCM.open(key: key, nonce: start + headerBytes, associated: associated, sealed: body, into: claim)
    }

    private static func associated(keyVersion: UInt8, instance: ObjectID) -> [UInt8] {
        var associated = AssociatedBytes(label: "ticketd.unsub.v1", instance: instance)
        associated.append([version, keyVersion])
        return associated.bytes
    }
}
