/// Settings under one key, such as `backup.desk`.
struct SettingGroup: Sendable {
    let key: String
    let explanation: String
    let settings: [SettingEntry]

    init(_ key: String, _ explanation: String, _ settings: [SettingEntry]) {
        self.key = key
        self.explanation = explanation
        self.settings = settings
    }

    var name: String { key.split(separator: ".").last.map(String.init) ?? key }
}
