/// What a setting may hold: its name for the manual, its rule for the error message, and the one function that
/// turns what the operator wrote into a value that cannot be wrong.
struct ValueKind<Value: Sendable>: Sendable {
    let name: String
    let expected: String
    let shape: SettingEntry.Shape
    let parse: @Sendable (RawValue) throws(Mismatch) -> Value

    /// A kind written as a TOML string. `echo` says whether a wrong value may be repeated in the error message:
    /// never where it may be a secret, an address or a name.
    static func written(
        _ name: String, expected: String, echo: Bool, _ read: @escaping @Sendable (String) -> Value?
    ) -> ValueKind {
        ValueKind(name: name, expected: expected, shape: .text) { raw throws(Mismatch) in
            guard case .text(let text) = raw else { throw Mismatch(expected: expected, found: raw.typeName) }
            guard let value = read(text) else {
                throw Mismatch(expected: expected, found: echo ? RawValue.quoted(String(text.prefix(80))) : nil)
            }
            return value
        }
    }

    /// The same rule under the same name, for a setting whose empty text means "none".
    var orEmpty: ValueKind<Value?> {
        ValueKind<Value?>(name: name, expected: expected + ", or \"\" for none", shape: shape) { raw throws(Mismatch) in
            if raw == .text("") { return nil }
            do throws(Mismatch) {
                return try parse(raw)
            } catch {
                throw Mismatch(
                    expected: error.expected + ", or \"\" for none", found: error.found, remedy: error.remedy)
            }
        }
    }

    /// A list of values of this kind. A wrong element is named by its position.
    func list(_ plural: String, nonEmpty: Bool = false) -> ValueKind<[Value]> {
        let rule = "a list of \(plural)" + (nonEmpty ? " that is not empty" : "")
        return ValueKind<[Value]>(name: "list of \(plural)", expected: rule, shape: .list) { raw throws(Mismatch) in
            guard case .list(let elements) = raw else { throw Mismatch(expected: rule, found: raw.typeName) }
            guard elements.count <= ConfigurationLimits.listElements else {
                throw Mismatch(
                    expected: "at most \(ConfigurationLimits.listElements) elements",
                    found: "\(elements.count) elements")
            }
            if nonEmpty, elements.isEmpty { throw Mismatch(expected: rule, found: "an empty list") }
            var values: [Value] = []
            for (index, element) in elements.enumerated() {
                do throws(Mismatch) {
                    values.append(try parse(element))
                } catch {
                    let found = "element \(index + 1)" + (error.found.map { " is \($0)" } ?? " is not one")
                    throw Mismatch(expected: "\(rule), each \(error.expected)", found: found, remedy: error.remedy)
                }
            }
            return values
        }
    }
}
