import Vault

/// A kit as it lies on a stick.
enum BreachKit {
    static func seal(
        _ text: String, passphrase: String, logN: UInt8? = nil
    ) throws(OperatorError) -> [UInt8] {
        try vaulted { () throws(VaultFailure) in
            try PassphraseFile.seal(Array(text.utf8), passphrase: Array(passphrase.utf8), logN: logN)
        }
    }

    static func seal(_ text: String, key: PassphraseKey) throws(OperatorError) -> [UInt8] {
        try vaulted { () throws(VaultFailure) in try PassphraseFile.seal(Array(text.utf8), with: key) }
    }

    static func key(of passphrase: String) throws(OperatorError) -> PassphraseKey {
        try vaulted { () throws(VaultFailure) in try PassphraseKey(passphrase: Array(passphrase.utf8)) }
    }

    private static func vaulted<Value>(_ body: () throws(VaultFailure) -> Value) throws(OperatorError) -> Value {
        do throws(VaultFailure) {
            return try body()
        } catch {
            throw OperatorError(
                "the kit could not be sealed", thing: "the passphrase",
                remedy: "Use at most 1024 bytes, and see that 128 MiB of memory are free.", exitCode: .bug)
        }
    }
}
