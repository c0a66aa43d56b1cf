/// Text as it stands in a manual page: shown as it is, whatever groff would read into it.
enum Roff {
    /// One line of running text. Groff reads a backslash anywhere, and a dot or an apostrophe at the start of a line,
    /// as its own; a plain hyphen would be set as a typographic one; what is not ASCII depends on the reader's locale.
    static func line(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "\n", "\r", "\t": result += " "
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + "]"
            }
        }
        return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
    }

    /// One argument of a macro, with its spaces.
    static func argument(_ text: String) -> String { "\"" + line(text).replacing("\"", with: "\\(dq") + "\"" }
}
