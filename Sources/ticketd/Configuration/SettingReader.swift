/// Hands the checked values to the settings structs, each with its type. A value that was wrong or is missing is
/// not there; a struct that needs it cannot be made, and the loader reports why.
struct SettingReader {
    /// A setting that is needed and has no valid value.
    struct Unready: Error {
        let key: String
        /// The problem behind it is in the file.
        var isTransient: Bool { false }
    }

    let values: [SettingPlace: any Sendable]
    /// Which `[[mailbox]]`; nil outside.
    let mailbox: Int?

    /// The value written, or the default.
    func value<Value: Sendable>(_ setting: Setting<Value>) throws(Unready) -> Value {
        guard let value = try optional(setting) else { throw Unready(key: setting.key) }
        return value
    }

    /// The value written, the default, or nil when there is neither.
    func optional<Value: Sendable>(_ setting: Setting<Value>) throws(Unready) -> Value? {
        if let value = values[SettingPlace(key: setting.key, mailbox: mailbox)] {
            guard let typed = value as? Value else { throw Unready(key: setting.key) }
            return typed
        }
        guard let standard = setting.entry.standard else { return nil }
        do {
            return try setting.kind.parse(standard)
        } catch {
            throw Unready(key: setting.key)
        }
    }
}
