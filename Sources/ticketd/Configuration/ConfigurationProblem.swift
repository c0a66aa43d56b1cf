/// One thing that is wrong with the configuration, in three parts: what happened and where, what was expected, what
/// to do. It never holds the value of a secret, and no address or name that the operator typed.
struct ConfigurationProblem: Sendable, Equatable, CustomStringConvertible {
    /// The file, the environment variable or the flag that holds the mistake.
    let place: String
    /// Counted from 1; nil when the place is not a file.
    let line: Int?
    /// The setting, as `section.key`; empty when the mistake is not in one setting.
    let setting: String
    let what: String
    let expected: String
    let remedy: String

    init(place: String, line: Int? = nil, setting: String = "", what: String, expected: String, remedy: String) {
        self.place = place
        self.line = line
        self.setting = setting
        self.what = what
        self.expected = expected
        self.remedy = remedy
    }

    init(at origin: SettingOrigin, setting: String, what: String, expected: String, remedy: String) {
        self.init(
            place: origin.place, line: origin.line, setting: setting, what: what, expected: expected, remedy: remedy)
    }

    /// `file:line: what; expected …; what to do`, on one line.
    var description: String {
        let position = line.map { "\(place):\($0)" } ?? place
        return "\(position): \(what); expected \(expected); \(remedy)"
    }

    var json: JSONText.Value {
        .object([
            ("place", .string(place)), ("line", line.map { .number($0) } ?? .null), ("setting", .string(setting)),
            ("what", .string(what)), ("expected", .string(expected)), ("remedy", .string(remedy)),
        ])
    }
}

/// All that is wrong with a configuration, reported at once and in the order of the files.
struct ConfigurationRejected: Error, CustomStringConvertible {
    let problems: [ConfigurationProblem]

    var description: String { problems.map(\.description).joined(separator: "\n") }

    /// A wrong configuration stays wrong until someone edits it.
    var isTransient: Bool { false }
}
