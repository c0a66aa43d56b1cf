/// One table of the configuration file: its settings in the order the shipped file shows them, and a sentence that
/// says what the table is for.
struct SettingSection: Sendable {
    enum Item: Sendable {
        case setting(SettingEntry)
        /// Settings that belong together and are shown as one inline table.
        case inline(SettingGroup)
        /// Settings that belong together and are shown as a table of their own.
        case table(SettingGroup)

        var settings: [SettingEntry] {
            switch self {
            case .setting(let entry): [entry]
            case .inline(let group), .table(let group): group.settings
            }
        }
    }

    let key: String
    /// Whether the table may stand several times, as `[[key]]`.
    let isList: Bool
    let explanation: String
    let items: [Item]

    init(_ key: String, isList: Bool = false, _ explanation: String, _ items: [Item]) {
        self.key = key
        self.isList = isList
        self.explanation = explanation
        self.items = items
    }

    var settings: [SettingEntry] { items.flatMap(\.settings) }
}
