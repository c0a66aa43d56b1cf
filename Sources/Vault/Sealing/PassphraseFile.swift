/// A file that one passphrase opens, without this program and without its keys:
///
///     "ticketd-kit-1\n" | log2 N (1 byte) | salt (16) | nonce (12) | AES-256-GCM of the content | tag (16)
///
/// The key is scrypt (RFC 7914) of the passphrase with that salt and N, r = 8, p = 1, 32 bytes; everything before the
/// ciphertext is its associated data.
package enum PassphraseFile {
    static let magic = Array("ticketd-kit-1\n".utf8)
    static let saltBytes = 16

    /// Takes half a second and 128 MiB on purpose: whoever finds the file may guess for as long as he likes.
    package static func seal(
        _ content: [UInt8], passphrase: [UInt8], logN: UInt8? = nil
    ) throws(VaultFailure) -> [UInt8] {
        try seal(content, with: PassphraseKey(passphrase: passphrase, logN: logN))
    }

    /// With what a passphrase came to before.
    package static func seal(_ content: [UInt8], with key: PassphraseKey) throws(VaultFailure) -> [UInt8] {
        let nonce = try Randomness.bytes(AESGCM.nonceBytes)
        let header = magic + [key.logN] + key.salt + nonce
        var isSealed = false
        let sealed = [UInt8](unsafeUninitializedCapacity: content.count + AESGCM.tagBytes) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            isSealed = key.bytes.withUnsafeBytes { key in
                nonce.withUnsafeBytes { nonce in
                    header.withUnsafeBytes { header in
                        content.withUnsafeBytes { content in
                            nonce.baseAddress.map {
                                AESGCM.seal(
                                    key: key, nonce: $0, associated: header, plaintext: content, into: start)
                            } ?? false
                        }
                    }
                }
            }
            count = isSealed ? content.count + AESGCM.tagBytes : 0
        }
        guard isSealed else { throw .unavailable(.cryptography) }
        return header + sealed
    }
}
