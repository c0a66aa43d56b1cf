/// The two backups. They are kept apart and for different times, because an erasure reaches a backup of the desk
/// only by letting the keys in the other one expire.
struct BackupSettings: Sendable {
    /// One backup: the folder, how often, how long it is kept. Without a folder there is no such backup.
    struct Plan: Sendable, Equatable {
        let to: String?
        let every: Duration
        let keep: Duration
    }

    let desk: Plan
    let keys: Plan

    /// The three settings of one plan.
    struct PlanKeys: Sendable {
        let to: Setting<String>
        let every: Setting<Duration>
        let keep: Setting<Duration>

        init(_ key: String, example: RawValue, every: RawValue, keep: RawValue) {
            let range: ClosedRange<Duration> = .seconds(60) ... .seconds(3_660 * 86_400)
            to = Setting(
                "\(key).to", .path, .optional(example: example), "The folder it is written to; no folder, no backup.")
            self.every = Setting("\(key).every", .duration(range), .standard(every), "How often it is made.")
            self.keep = Setting("\(key).keep", .duration(range), .standard(keep), "How long each one is kept.")
        }

        var entries: [SettingEntry] { [to.entry, every.entry, keep.entry] }
    }

    enum Keys {
        static let desk = PlanKeys("backup.desk", example: "/var/backups/ticketd/desk", every: "1d", keep: "30d")
        static let keys = PlanKeys("backup.keys", example: "/mnt/elsewhere/ticketd-keys", every: "1h", keep: "7d")
    }

    static let section = SettingSection(
        "backup",
        "Backups. Both are encrypted already: the desk's fields are sealed, the keys are wrapped by the root key.",
        [
            .inline(
                SettingGroup(
                    "backup.desk", "The database: the folder, how often a backup is made, how long it is kept.",
                    Keys.desk.entries)),
            .inline(
                SettingGroup(
                    "backup.keys",
                    """
                    The wrapped keys, in another place than the desk's. `keep` is how long erased data could still be
                    read from backups; the notice and every erasure certificate name it.
                    """,
                    Keys.keys.entries)),
        ])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        desk = try Self.plan(Keys.desk, reader)
        keys = try Self.plan(Keys.keys, reader)
    }

    private static func plan(_ keys: PlanKeys, _ reader: SettingReader) throws(SettingReader.Unready) -> Plan {
        Plan(to: try reader.optional(keys.to), every: try reader.value(keys.every), keep: try reader.value(keys.keep))
    }
}
