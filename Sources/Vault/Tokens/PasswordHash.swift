internal import COpenSSL

/// An agent's password as it may be kept: scrypt (RFC 7914) with its cost and salt, in one line of text
///
///     scrypt$15$8$1$salt$hash
///
/// Hashing takes about a tenth of a second and 32 MiB on purpose: call it where blocking hurts nobody.
package struct PasswordHash: Sendable, Equatable {
    static let saltBytes = 16
    static let hashBytes = 32

    private let logN: UInt8
    private let r: UInt8
    private let p: UInt8
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a new password. Refuses an empty one and one that is a document.
    package init(password: [UInt8], logN: UInt8? = nil) throws(VaultFailure) {
        let logN = logN ?? Limits.scryptLogN
        guard !password.isEmpty, password.count <= Limits.passwordBytes, Limits.scryptLogNRange.contains(logN) else {
            throw .malformed
        }
        self.logN = logN
        r = 8
        p = 1
        salt = try Randomness.bytes(Self.saltBytes)
        hash = try Self.scrypt(password, salt: salt, logN: logN, r: 8, p: 1)
    }

    /// Reads a stored line. Refuses costs that we would never have written, so that no row can make us compute for
    /// ever.
    package init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt",
            let logN = UInt8(parts[1]), Limits.scryptLogNRange.contains(logN),
            let r = UInt8(parts[2]), Limits.scryptFactorRange.contains(r),
            let p = UInt8(parts[3]), Limits.scryptFactorRange.contains(p),
            let salt = Base64URL.decode(parts[4]), salt.count == Self.saltBytes,
            let hash = Base64URL.decode(parts[5]), hash.count == Self.hashBytes
        else { return nil }
        self.logN = logN
        self.r = r
        self.p = p
        self.salt = salt
        self.hash = hash
    }

    /// The line to store.
    package var text: String {
        "scrypt$\(logN)$\(r)$\(p)$\(Base64URL.encode(salt))$\(Base64URL.encode(hash))"
    }

    /// Compares in constant time. Throws only when the machine could not compute it.
    package func verifies(_ password: [UInt8]) throws(VaultFailure) -> Bool {
        guard !password.isEmpty, password.count <= Limits.passwordBytes else { return false }
        return ConstantTime.equal(try Self.scrypt(password, salt: salt, logN: logN, r: r, p: p), hash)
    }

    /// Whether a newer release would make it costlier: hash the password anew at the next login.
    package var isOutdated: Bool { logN < Limits.scryptLogN }

    static func scrypt(
        _ password: [UInt8], salt: [UInt8], logN: UInt8, r: UInt8, p: UInt8, count: Int = hashBytes
    ) throws(VaultFailure) -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized throws(VaultFailure) in
            let isDone = password.withUnsafeBytes { password in
                EVP_PBE_scrypt(
                    password.baseAddress?.assumingMemoryBound(to: CChar.self), password.count,
                    salt, salt.count, 1 << UInt64(logN), UInt64(r), UInt64(p), Limits.scryptMemory,
                    buffer.baseAddress, count)
            }
            guard isDone == 1 else {
                ERR_clear_error()
                throw .unavailable(.cryptography)
            }
            initialized = count
        }
    }
}

extension PasswordHash: CustomStringConvertible, CustomReflectable {
    package var description: String { "<password hash>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
