/// A control of a form before somebody touches it. It has no state: what could be shown as chosen cannot be written
/// down here, so no page can show a consent that nobody gave (Art. 4(11)).
struct BlankControl: Sendable, Equatable {
    enum Kind: String, Sendable {
        case checkbox, radio
    }

    let kind: Kind
    let name: String
    let value: String
    let label: String

    /// For a template.
    var values: [String: Any] { ["kind": kind.rawValue, "name": name, "value": value, "label": label] }
}
