/// One setting as it applies, with where its value comes from. Secrets appear only as the reference that names
/// their place.
struct EffectiveSetting: Sendable, Equatable {
    /// `service.listen`, or `mailbox.support.poll` with the mailbox's name.
    let path: String
    /// As TOML; nil when the setting is not set and has no default.
    let value: String?
    let origin: SettingOrigin
    let needsRestart: Bool

    /// All settings in the order of the registry, mailboxes in the order of the files.
    static func all(_ collector: SettingsCollector) -> [EffectiveSetting] {
        collector.registry.sections.flatMap { section in
            if !section.isList { return section.settings.map { one($0, mailbox: nil, collector) } }
            return collector.mailboxes.indices.flatMap { index in
                section.settings.map { one($0, mailbox: index, collector) }
            }
        }
    }

    private static func one(_ entry: SettingEntry, mailbox: Int?, _ collector: SettingsCollector) -> EffectiveSetting {
        let written = collector.entries[SettingPlace(key: entry.key, mailbox: mailbox)]
        var path = entry.key
        if let mailbox, let dot = path.firstIndex(of: ".") {
            let name = collector.mailboxes[mailbox].name ?? String(mailbox + 1)
            path.insert(contentsOf: ".\(name)", at: dot)
        }
        return EffectiveSetting(
            path: path, value: (written?.raw ?? entry.standard)?.toml, origin: written?.origin ?? .standard,
            needsRestart: entry.needsRestart)
    }
}
