/// Every setting ticketd has. Validation, the shipped file, the manual page and `config show` are all made from
/// this one list.
struct SettingsRegistry: Sendable {
    static let standard = SettingsRegistry(sections: [
        ServiceSettings.section, KeySettings.section, ControllerSettings.section, DPOSettings.section,
        AuthoritySettings.section, NotifySettings.section, AlertSettings.section, PrivacySettings.section,
        BackupSettings.section, OutboxSettings.section, SearchSettings.section, MailboxSettings.section,
    ])

    let sections: [SettingSection]
    private let entries: [String: SettingEntry]
    private let tables: Set<String>

    init(sections: [SettingSection]) {
        self.sections = sections
        var entries: [String: SettingEntry] = [:]
        var tables: Set<String> = []
        for entry in sections.flatMap(\.settings) {
            entries[entry.key] = entry
            var parent = entry.key
            while let dot = parent.lastIndex(of: ".") {
                parent = String(parent[..<dot])
                tables.insert(parent)
            }
        }
        self.entries = entries
        self.tables = tables
    }

    var settings: [SettingEntry] { sections.flatMap(\.settings) }

    func entry(_ key: String) -> SettingEntry? { entries[key] }

    /// Whether settings stand below this key.
    func isTable(_ key: String) -> Bool { tables.contains(key) }

    /// The section whose tables are numbered.
    func isList(_ key: String) -> Bool { sections.contains { $0.isList && $0.key == key } }

    /// What to write instead of an unknown key: the nearest name in the same table, else the same name in another
    /// table.
    func suggestion(for key: String) -> String? {
        let parts = key.split(separator: ".").map(String.init)
        guard let last = parts.last else { return nil }
        let parent = parts.dropLast().joined(separator: ".")
        if let near = Spelling.nearest(to: last, among: names(in: parent)) { return near }
        return entries.keys.sorted().first { $0.hasSuffix(".\(last)") }
    }

    /// The names that may stand in a table; for the top level, the sections.
    func names(in table: String) -> [String] {
        let prefix = table.isEmpty ? "" : table + "."
        let below = entries.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
        return Set(below.compactMap { $0.split(separator: ".").first.map(String.init) }).sorted()
    }
}
