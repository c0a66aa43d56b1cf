package import Vault

/// By what the daemon seals a kit each day while a breach is open: made of the officer's passphrase, which stays with
/// the officer.
///
/// Whoever has this desk's keys can open such a kit, and could read what is in it anyway; whoever finds one needs the
/// passphrase.
package struct BreachKitKey: RegisterStatement {
    package static let register = Register.breachKit

    package var logN: Int
    /// Hexadecimal, as the next one.
    package var salt: String
    package var key: String

    package init(_ key: PassphraseKey) {
        logN = Int(key.logN)
        salt = Hex.encode(key.salt)
        self.key = Hex.encode(key.bytes)
    }

    package init(logN: Int, salt: String, key: String) {
        self.logN = logN
        self.salt = salt
        self.key = key
    }

    /// nil when it is none.
    package var passphraseKey: PassphraseKey? {
        guard let logN = UInt8(exactly: logN), let salt = Hex.decode(salt), let bytes = Hex.decode(key) else {
            return nil
        }
        return PassphraseKey(logN: logN, salt: salt, bytes: bytes)
    }
}
