/// The manual page ticketd.toml(5), made from the registry. Macros of man(7), which every pager can show.
struct ConfigurationManual {
    let registry: SettingsRegistry

    init(registry: SettingsRegistry = .standard) {
        self.registry = registry
    }

    /// The page for ticketd's own settings.
    static var page: String { ConfigurationManual().page }

    /// The whole page.
    var page: String {
        """
        .TH TICKETD.TOML 5 "" ticketd "File formats"
        .SH NAME
        ticketd.toml \\- configuration of the ticketd helpdesk daemon
        .SH SYNOPSIS
        .I /etc/ticketd/ticketd.toml
        .br
        .I /etc/ticketd/conf.d/*.toml
        .SH DESCRIPTION
        One TOML file, read strictly: an unknown key, a wrong type or an impossible value is an error, and all
        errors are reported at once. Files in
        .I conf.d
        are read after it in the order of their names; then variables
        .BR TICKETD_SECTION__KEY .
        Durations and sizes have a unit. Secrets are never written in the file, only where they are kept.
        \(settings)
        .SH SEE ALSO
        .BR ticketd (8),
        .BR systemd.exec (5),
        .BR systemd-creds (1)

        """
    }

    /// One section for each table, one paragraph for each setting.
    var settings: String {
        registry.sections.map(section).joined(separator: "\n")
    }

    private func section(_ section: SettingSection) -> String {
        let title = section.isList ? "[[\(section.key)]]" : "[\(section.key)]"
        let head = [".SH \(Roff.line(title))"] + Self.lines(section.explanation)
        return
            (head
            + section.items.flatMap { item -> [String] in
                switch item {
                case .setting(let entry): paragraph(entry)
                case .inline(let group), .table(let group):
                    [".PP"] + Self.lines(group.explanation) + group.settings.flatMap(paragraph)
                }
            }).joined(separator: "\n")
    }

    private func paragraph(_ entry: SettingEntry) -> [String] {
        var notes = [entry.kindName]
        switch entry.presence {
        case .required: notes.append("required")
        case .optional: notes.append("no default")
        case .standard(let value): notes.append("default \(value.toml)")
        }
        if entry.needsRestart { notes.append("needs a restart") }
        return [".TP", ".B \(Roff.line(entry.key))"] + Self.lines(entry.explanation)
            + ["(" + Roff.line(notes.joined(separator: "; ")) + ")"]
    }

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map { Roff.line(String($0)) } }
}
