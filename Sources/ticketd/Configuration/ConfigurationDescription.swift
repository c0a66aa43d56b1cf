/// The annotated default file: what `config describe` prints and what ships as `config/ticketd.toml`.
/// A line that begins with `#` directly before a key is an example; removing the `#` puts it into force.
struct ConfigurationDescription {
    let registry: SettingsRegistry

    init(registry: SettingsRegistry = .standard) {
        self.registry = registry
    }

    /// The file for ticketd's own settings.
    static var text: String { ConfigurationDescription().text }

    var text: String {
        ([Self.preamble] + registry.sections.map(section)).joined(separator: "\n")
    }

    private static let preamble =
        """
        # ticketd.toml: every setting of ticketd, explained and at its default.
        #
        # A line such as `#phone = "…"` is an example of a setting without a default: remove the # to set it.
        # Durations have a unit: s, m, h, d, w, as in "15m" or "1h30m". Sizes too: KiB, MiB, GiB, as in "25MiB".
        # Secrets are never written here, only where they are kept: "credential:NAME", "file:/path" or "env:NAME".
        #
        # Files conf.d/*.toml beside this one are read after it, in the order of their names. A [[mailbox]] there adds a
        # mailbox, or adjusts the one that has the same name. Variables such as TICKETD_SERVICE__LISTEN (section, two
        # underscores, key) or TICKETD_MAILBOX__SUPPORT__POLL win over files.
        #
        # `ticketd config check` validates, `ticketd config show` prints what applies and where it comes from. Then
        # `systemctl reload ticketd` takes a change; settings marked (restart) need `systemctl restart ticketd`.

        """

    private func section(_ section: SettingSection) -> String {
        var lines = comment(section.explanation, restart: false)
        lines.append(section.isList ? "#[[\(section.key)]]" : "[\(section.key)]")
        for item in section.items {
            switch item {
            case .setting(let entry):
                lines += [""] + comment(entry.explanation, restart: entry.needsRestart)
                lines.append(assignment(entry, isExample: section.isList))
            case .inline(let group):
                lines += [""] + comment(group.explanation, restart: false)
                let fields = group.settings.map { "\($0.name) = \($0.shown.toml)" }.joined(separator: ", ")
                let isExample = section.isList || group.settings.contains { $0.standard == nil }
                lines.append("\(isExample ? "#" : "")\(group.name) = {\(fields)}")
            case .table(let group):
                lines += [""] + comment(group.explanation, restart: false)
                lines.append("\(section.isList ? "#" : "")[\(group.key)]")
                for entry in group.settings {
                    lines += comment(entry.explanation, restart: entry.needsRestart)
                    lines.append(assignment(entry, isExample: section.isList))
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func assignment(_ entry: SettingEntry, isExample: Bool) -> String {
        "\(isExample || entry.standard == nil ? "#" : "")\(entry.name) = \(entry.shown.toml)"
    }

    private func comment(_ text: String, restart: Bool) -> [String] {
        let lines = text.split(separator: "\n").map { "# \($0)" }
        guard restart, let last = lines.last else { return lines }
        return lines.dropLast() + ["\(last) (restart)"]
    }
}
