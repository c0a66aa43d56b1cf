/// Erasing: where its ledger is copied to and how much may be erased without a second look.
struct PrivacySettings: Sendable {
    let ledgerCopies: [String]
    let eraseLimit: Int
    let eraseDelay: Duration
    let unreachableCopies: [String]
    let breachKits: String?

    enum Keys {
        static let ledgerCopies = Setting(
            "privacy.ledger_copies", ValueKind.path.list("absolute paths"), .standard([]), restart: true,
            """
            Further folders, off this disk, to which the erasure ledger is appended. It holds no personal data, and a
            restored backup forgets again what it lists.
            """)
        static let eraseLimit = Setting(
            "privacy.erase_limit", .integer(0...100_000), .standard(20),
            "How many people may be erased in a day, outside retention, before the data protection officer must sign.")
        static let eraseDelay = Setting(
            "privacy.erase_delay", .duration(.zero ... .seconds(30 * 86_400)), .standard("24h"),
            "How long an erasure asked for in the portal waits, so that the person can cancel it; \"0s\" for none.")
        static let unreachableCopies = Setting(
            "privacy.unreachable_copies", ValueKind.text.list("descriptions"), .standard([]),
            """
            Copies of the data that an erasure cannot reach, each in a few words with its time, such as "snapshots of
            the virtual machine, 14 days". Every erasure certificate and every confirmation names them.
            """)
        static let breachKits = Setting(
            "privacy.breach_kits", ValueKind<String>.path, .optional(example: "/mnt/elsewhere/ticketd-kits"),
            restart: true,
            """
            A folder, off this disk, for a kit of each open breach: clock, form and affected addresses, sealed. Give
            its passphrase once with `ticketd breaches kit-daily`.
            """)
    }

    static let section = SettingSection(
        "privacy", "Erasing people's data.",
        [
            .setting(Keys.ledgerCopies.entry), .setting(Keys.eraseLimit.entry), .setting(Keys.eraseDelay.entry),
            .setting(Keys.unreachableCopies.entry), .setting(Keys.breachKits.entry),
        ])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        ledgerCopies = try reader.value(Keys.ledgerCopies)
        eraseLimit = try reader.value(Keys.eraseLimit)
        eraseDelay = try reader.value(Keys.eraseDelay)
        unreachableCopies = try reader.value(Keys.unreachableCopies)
        breachKits = try reader.optional(Keys.breachKits)
    }
}
