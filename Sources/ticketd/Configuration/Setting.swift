/// One setting: its key, what it may hold, what it means. The typed half is what the settings structs read with;
/// the untyped half (`SettingEntry`) is what the registry, the shipped file and the manual are made of. Both come
/// from one declaration, so they cannot differ.
struct Setting<Value: Sendable>: Sendable {
    let kind: ValueKind<Value>
    let entry: SettingEntry

    /// `explanation` is one paragraph with the unit, in lines as the shipped file shows them.
    init(
        _ key: String, _ kind: ValueKind<Value>, _ presence: SettingEntry.Presence, restart: Bool = false,
        _ explanation: String
    ) {
        self.kind = kind
        self.entry = SettingEntry(
            key: key, kindName: kind.name, expected: kind.expected, shape: kind.shape, presence: presence,
            needsRestart: restart, explanation: explanation
        ) { raw throws(Mismatch) in try kind.parse(raw) }
    }

    var key: String { entry.key }
}
