/// HKDF-SHA-256 (RFC 5869) from one secret with one salt. Extracts once and expands as often as asked.
///
/// Written on our pooled HMAC because libcrypto's EVP_KDF fetches its algorithms anew for each derivation.
struct KeyDerivation {
    private let extracted: SecretBytes

    init(secret: SecretBytes, salt: ObjectID) {
        self.init(secret: secret, salt: salt.bytes)
    }

    init(secret: SecretBytes, salt: [UInt8]) {
        // RFC 5869 §2.2: PRK = HMAC(salt, IKM).
        extracted = SecretBytes(count: IncrementalMAC.bytes) { output in
            let hash = salt.withUnsafeBytes { IncrementalMAC(key: $0) }
            secret.withUnsafeBytes { hash.update($0) }
            hash.finish(into: output)
        }
    }

    /// A key of 32 bytes, one block of the expansion, for the one use that `purpose` names.
    func key(for purpose: String) -> SecretBytes {
        SecretBytes(count: IncrementalMAC.bytes) { expand(Array(purpose.utf8), into: $0) }
    }

    /// A check value for one use, which may be shown.
    func checkValue(for purpose: String) -> [UInt8] {
        checkValue(for: Array(purpose.utf8))
    }

    func checkValue(for purpose: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: IncrementalMAC.bytes) { buffer, count in
            expand(purpose, into: UnsafeMutableRawBufferPointer(buffer))
            count = IncrementalMAC.bytes
        }
    }

    /// RFC 5869 §2.3: T(1) = HMAC(PRK, info | 0x01).
    private func expand(_ purpose: [UInt8], into output: UnsafeMutableRawBufferPointer) {
        let hash = IncrementalMAC(key: extracted)
        hash.update(purpose)
        hash.update([1])
        hash.finish(into: output)
    }
}
