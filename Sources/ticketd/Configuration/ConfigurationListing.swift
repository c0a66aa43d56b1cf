/// What `config show` prints: every setting as it applies and where it comes from, as text or JSON.
struct ConfigurationListing {
    let settings: [EffectiveSetting]

    init(_ configuration: Configuration) {
        settings = configuration.effective
    }

    /// One line each, `path = value    # origin`, the origins aligned where the value is short enough.
    var text: String {
        let lines = settings.map { setting in
            let line = setting.value.map { "\(setting.path) = \($0)" } ?? "# \(setting.path) is not set"
            guard setting.value != nil else { return line }
            return line + String(repeating: " ", count: max(1, 56 - line.count)) + "# \(setting.origin.text)"
        }
        return lines.joined(separator: "\n")
    }

    /// An array of `{"setting","value","origin","needsRestart"}`; the value is TOML text or null.
    var json: String {
        let rows = settings.map { setting in
            JSONText.Value.object([
                ("setting", .string(setting.path)), ("value", setting.value.map(JSONText.Value.string) ?? .null),
                ("origin", .string(setting.origin.text)), ("needsRestart", .bool(setting.needsRestart)),
            ])
        }
        return JSONText.text(.list(rows))
    }
}
