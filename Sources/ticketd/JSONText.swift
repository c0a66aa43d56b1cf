/// A small JSON writer for what commands print themselves, with keys in the order given.
enum JSONText {
    enum Value: Sendable {
        case string(String), number(Int), bool(Bool), null
        case list([Value])
        case object([(String, Value)])
    }

    static func object(_ members: [(String, Value)]) -> String { text(.object(members)) }

    static func text(_ value: Value) -> String {
        switch value {
        case .string(let string): quoted(string)
        case .number(let number): String(number)
        case .bool(let bool): bool ? "true" : "false"
        case .null: "null"
        case .list(let values): "[" + values.map(text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { quoted($0.0) + ":" + text($0.1) }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
