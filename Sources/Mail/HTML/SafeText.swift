/// Text of strangers, made safe to keep and to pass on: it says what it said and does nothing.
///
/// Line ends become LF. Control characters and what reorders text (bidirectional embeddings, overrides, isolates) are
/// written out as escapes. Marks that belong to writing (joiners, left-to-right and right-to-left marks) stay.
enum SafeText {
    static func visible(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != .lf && $0 != .tab || $0 >= 0x7F }) else { return text }
        var shown = ""
        shown.reserveCapacity(text.utf8.count)
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            append(scalar, after: previous, to: &shown)
            previous = scalar
        }
        return shown
    }

    private static func append(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar, to shown: inout String) {
        switch scalar.value {
        case 0x0A: if previous != "\r" { shown += "\n" }
        case 0x0B...0x0D, 0x85, 0x2028, 0x2029: shown += "\n"
        case 0x09: shown += "\t"
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069:
            shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default: shown.unicodeScalars.append(scalar)
        }
    }
}
