/// A setting without the type of its value: what the registry lists, the shipped file shows and the manual explains.
struct SettingEntry: Sendable {
    enum Presence: Sendable {
        /// Must be written; the example shows how.
        case required(example: RawValue)
        /// May be left out, and then means nothing; the example shows how.
        case optional(example: RawValue)
        /// Has this value when nothing is written.
        case standard(RawValue)
    }

    /// How an environment variable or a flag, which can only hold text, is read before it is checked.
    enum Shape: Sendable {
        case text, integer, boolean, list, textOrTable
    }

    /// `section.key`, for mailboxes `mailbox.key`.
    let key: String
    let kindName: String
    let expected: String
    let shape: Shape
    let presence: Presence
    /// Whether a running daemon must be restarted to take a change.
    let needsRestart: Bool
    let explanation: String
    let check: @Sendable (RawValue) throws(Mismatch) -> any Sendable

    /// The last part of the key, as it stands in the file.
    var name: String { key.split(separator: ".").last.map(String.init) ?? key }

    var standard: RawValue? {
        if case .standard(let value) = presence { value } else { nil }
    }

    /// What the shipped file shows: the default or the example.
    var shown: RawValue {
        switch presence {
        case .required(let value), .optional(let value), .standard(let value): value
        }
    }

    var isRequired: Bool {
        if case .required = presence { true } else { false }
    }

    /// Reads a value from an environment variable or a flag, where everything is text. Lists are separated by
    /// commas or written as TOML; what cannot be read stays text, so that the check explains it.
    func raw(fromText text: String) -> RawValue {
        switch shape {
        case .text: return .text(text)
        case .integer: return Int(text).map(RawValue.integer) ?? .text(text)
        case .boolean: return text == "true" ? true : text == "false" ? false : .text(text)
        case .textOrTable: return text.hasPrefix("{") ? TOMLDocument.value(text) ?? .text(text) : .text(text)
        case .list:
            if text.hasPrefix("[") { return TOMLDocument.value(text) ?? .text(text) }
            let parts = text.split(separator: ",").map { part in
                RawValue.text(String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
            }
            return .list(parts)
        }
    }
}
