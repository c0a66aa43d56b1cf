/// A stranger's text, made safe for one sink: what would be obeyed there is shown instead.
///
/// Control characters, ESC, bidi controls and characters without a glyph become `\u{…}`. Joiners and variation
/// selectors stay, because scripts and emoji need them. Nothing is dropped: the reader sees that something was there.
package enum TextSafety {
    /// For a terminal, several lines: line ends and tabs stay.
    package static func forTerminal(_ text: String) -> String { shown(text, keepsLines: true, escapesMarkup: false) }

    /// For one line of a terminal, a list or a log.
    package static func singleLine(_ text: String) -> String { shown(text, keepsLines: false, escapesMarkup: false) }

    /// For HTML text and quoted attribute values.
    package static func forHTML(_ text: String) -> String { shown(text, keepsLines: true, escapesMarkup: true) }

    private static func shown(_ text: String, keepsLines: Bool, escapesMarkup: Bool) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if escapesMarkup, let entity = entity(scalar) {
                out += entity
            } else if scalar == "\n" || scalar == "\t" {
                out += keepsLines ? String(scalar) : scalar == "\n" ? "\\n" : "\\t"
            } else if isObeyed(scalar) {
                out += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static func entity(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        case "`": "&#96;"
        default: nil
        }
    }

    /// Whether a sink would act on the character, or show nothing for it.
    package static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F: return true
        case 0x20...0x7E: return false
        case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return false
        // Tag characters spell the flags of regions after U+1F3F4, and hide text everywhere else.
        case 0x061C, 0x2028, 0x2029, 0xE0000...0xE007F: return true
        default: return scalar.properties.generalCategory == .format
        }
    }
}
