/// What a passphrase comes to with one salt: enough to seal files that it opens, and not the passphrase.
///
/// Whoever keeps it can open those files too; it opens nothing else.
package struct PassphraseKey: Sendable, Equatable {
    package let logN: UInt8
    package let salt: [UInt8]
    package let bytes: [UInt8]

    /// nil when a length or the cost is none of ours.
    package init?(logN: UInt8, salt: [UInt8], bytes: [UInt8]) {
        guard salt.count == PassphraseFile.saltBytes, bytes.count == AESGCM.keyBytes,
            Limits.scryptLogNRange.contains(logN)
        else { return nil }
        self.logN = logN
        self.salt = salt
        self.bytes = bytes
    }

    /// Takes half a second and 128 MiB on purpose: whoever finds a file may guess for as long as he likes.
    package init(passphrase: [UInt8], logN: UInt8? = nil) throws(VaultFailure) {
        let logN = logN ?? Limits.passphraseLogN
        guard !passphrase.isEmpty, passphrase.count <= Limits.passwordBytes, Limits.scryptLogNRange.contains(logN)
        else { throw .malformed }
        self.logN = logN
        salt = try Randomness.bytes(PassphraseFile.saltBytes)
        bytes = try PasswordHash.scrypt(passphrase, salt: salt, logN: logN, r: 8, p: 1, count: AESGCM.keyBytes)
    }
}
