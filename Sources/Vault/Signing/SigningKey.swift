internal import COpenSSL

/// A private key that mail is signed with (RFC 6376 and RFC 8463): RSA of at least 2,048 bits, or Ed25519.
///
/// libcrypto's key is only read once it is made, so threads may share it.
package final class SigningKey: @unchecked Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case rsa
        case ed25519
    }

    package let kind: Kind
    private let pointer: OpaquePointer

    private init(adopting pointer: OpaquePointer, kind: Kind) {
        self.pointer = pointer
        self.kind = kind
    }

    deinit {
        EVP_PKEY_free(pointer)
    }

    /// Makes a new key; RSA takes a tenth of a second.
    package static func make(_ kind: Kind) throws(VaultFailure) -> SigningKey {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, kind == .rsa ? "RSA" : "ED25519", nil) else {
            throw .unavailable(.cryptography)
        }
        defer { EVP_PKEY_CTX_free(context) }
        var pointer: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1,
            kind == .ed25519 || EVP_PKEY_CTX_set_rsa_keygen_bits(context, Limits.signingBits) == 1,
            EVP_PKEY_generate(context, &pointer) == 1, let pointer
        else { throw .unavailable(.cryptography) }
        return SigningKey(adopting: pointer, kind: kind)
    }

    /// Reads an unencrypted PEM. `.malformed` for anything else, for other kinds of key, and for RSA that is too short
    /// to be believed (RFC 8301 §3.2).
    package convenience init(pem: [UInt8]) throws(VaultFailure) {
        guard !pem.isEmpty, pem.count <= Limits.signingPEMBytes else { throw .malformed }
        let read = pem.withUnsafeBytes { bytes -> OpaquePointer? in
            guard let buffer = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else { return nil }
            defer { BIO_free(buffer) }
            // Without a callback libcrypto would ask at the terminal for the passphrase of an encrypted key.
            return PEM_read_bio_PrivateKey(buffer, nil, { _, _, _, _ in 0 }, nil)
        }
        ERR_clear_error()
        guard let pointer = read else { throw .malformed }
        let kind: Kind? =
            switch EVP_PKEY_get_base_id(pointer) {
            case EVP_PKEY_RSA where EVP_PKEY_get_bits(pointer) >= Limits.signingBits: .rsa
            case EVP_PKEY_ED25519: .ed25519
            default: nil
            }
        guard let kind else {
            EVP_PKEY_free(pointer)
            throw .malformed
        }
        self.init(adopting: pointer, kind: kind)
    }

    /// The private key as PKCS #8 PEM. Whoever writes it down sees to the mode of the file.
    package func pem() throws(VaultFailure) -> [UInt8] {
        guard let buffer = BIO_new(BIO_s_mem()) else { throw .unavailable(.cryptography) }
        defer { BIO_free(buffer) }
        guard PEM_write_bio_PKCS8PrivateKey(buffer, pointer, nil, nil, 0, nil, nil) == 1 else {
            throw .unavailable(.cryptography)
        }
        return [UInt8](unsafeUninitializedCapacity: Limits.signingPEMBytes) { bytes, count in
            count = max(0, Int(BIO_read(buffer, bytes.baseAddress, Int32(bytes.count))))
        }
    }

    /// What the `p=` tag of the DNS record holds: for RSA the SubjectPublicKeyInfo (RFC 6376 §3.6.1), for Ed25519 the
    /// 32 bytes themselves (RFC 8463 §4.2).
    package func publicKey() throws(VaultFailure) -> [UInt8] {
        switch kind {
        case .rsa:
            let length = i2d_PUBKEY(pointer, nil)
            guard length > 0 else { throw .unavailable(.cryptography) }
            return [UInt8](unsafeUninitializedCapacity: Int(length)) { bytes, count in
                var start = bytes.baseAddress
                count = max(0, Int(i2d_PUBKEY(pointer, &start)))
            }
        case .ed25519:
            var length = 32
            let raw = [UInt8](unsafeUninitializedCapacity: length) { bytes, count in
                count = EVP_PKEY_get_raw_public_key(pointer, bytes.baseAddress, &length) == 1 ? length : 0
            }
            guard raw.count == 32 else { throw .unavailable(.cryptography) }
            return raw
        }
    }

    /// Signs as DKIM wants it: RSASSA-PKCS1-v1_5 with SHA-256, or PureEdDSA over the SHA-256 (RFC 8463 §3).
    package func sign(_ message: [UInt8]) throws(VaultFailure) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw .unavailable(.cryptography) }
        defer { EVP_MD_CTX_free(context) }
        let input = kind == .rsa ? message : Digest.sha256(message)
        var length = 0
        guard
            EVP_DigestSignInit_ex(context, nil, kind == .rsa ? "SHA256" : nil, nil, nil, pointer, nil) == 1,
            EVP_DigestSign(context, nil, &length, input, input.count) == 1
        else { throw .unavailable(.cryptography) }
        let signature = [UInt8](unsafeUninitializedCapacity: length) { bytes, count in
            count = EVP_DigestSign(context, bytes.baseAddress, &length, input, input.count) == 1 ? length : 0
        }
        guard !signature.isEmpty else { throw .unavailable(.cryptography) }
        return signature
    }
}
