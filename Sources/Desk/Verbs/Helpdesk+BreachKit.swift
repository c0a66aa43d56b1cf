package import Vault

/// The key of the kits that are written while a breach is open.
extension Helpdesk {
    /// In place of the one before: kits that were sealed by it still open with their own passphrase.
    package func setBreachKitKey(_ key: BreachKitKey, as principal: Principal) async throws(DeskRefusal) {
        try principal.requireBreachDuty()
        guard key.passphraseKey != nil else {
            throw .invalid(field: "key", expected: "what `ticketd breaches kit-daily` makes of a passphrase")
        }
        try await file(key, as: principal)
    }

    /// For the daemon alone; nil while nobody gave a passphrase.
    package func breachKitKey() async throws(DeskRefusal) -> PassphraseKey? {
        try await entries(of: .breachKit).compactMap { $0.read(as: BreachKitKey.self) }.last?.statement.passphraseKey
    }
}
