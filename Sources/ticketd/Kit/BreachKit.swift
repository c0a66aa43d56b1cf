import Vault

/// A kit as it lies on a stick.
enum BreachKit {
    static func seal(
        _ text: String, passphrase: String, logN: UInt8? = nil
    ) throws(OperatorError) -> [UInt8] {
        do throws(VaultFailure) {
            return try PassphraseFile.seal(Array(text.utf8), passphrase: Array(passphrase.utf8), logN: logN)
        } catch {
            throw OperatorError(
                "the kit could not be sealed", thing: "the passphrase",
                remedy: "Use at most 1024 bytes, and see that 128 MiB of memory are free.", exitCode: .bug)
        }
    }
}
