/// A value as the operator wrote it, before any meaning is given to it. It remembers the TOML type, can be shown
/// again as TOML with every control character made visible, and knows nothing about settings.
enum RawValue: Sendable, Equatable {
    case text(String)
    case integer(Int)
    case real(Double)
    case boolean(Bool)
    case moment
    case list([RawValue])
    case table([Field])

    /// One `key = value` of a table.
    struct Field: Sendable, Equatable {
        let key: String
        let value: RawValue
    }

    /// The type as an operator would name it, with its article.
    var typeName: String {
        switch self {
        case .text: "a text"
        case .integer: "an integer"
        case .real: "a fractional number"
        case .boolean: "a boolean"
        case .moment: "a date or time"
        case .list: "a list"
        case .table: "a table"
        }
    }

    /// The value written as TOML on one line.
    var toml: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .moment: "\"a date or time\""
        case .list(let elements): "[" + elements.map(\.toml).joined(separator: ", ") + "]"
        case .table(let fields):
            "{" + fields.map { "\($0.key) = \($0.value.toml)" }.joined(separator: ", ") + "}"
        }
    }

    /// A basic string of TOML. Control characters and bidirectional controls are escaped, so that a terminal never
    /// obeys them.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if isVisible(scalar) {
                    result.unicodeScalars.append(scalar)
                } else {
                    let hex = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\U" + String(repeating: "0", count: max(0, 8 - hex.count)) + hex
                }
            }
        }
        return result + "\""
    }

    /// Whether a character only shows itself. Controls, format characters (which include the bidirectional ones),
    /// separators of lines and unassigned characters do not.
    static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

extension RawValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
    init(arrayLiteral elements: RawValue...) { self = .list(elements) }
}
