/// A display name as it may be shown: invisible characters cannot push a false address out of sight.
enum NameText {
    /// Trims, and turns every run of white space and of characters that show nothing into one space.
    static func visible(_ text: String) -> String {
        Steps.add(text.utf8.count)
        if text.utf8.allSatisfy({ $0 > .space && $0 < 0x7F || $0 == .space }) { return trimmed(text) }
        var out = String.UnicodeScalarView()
        var hasGap = false
        for scalar in text.unicodeScalars {
            if showsNothing(scalar) {
                hasGap = true
                continue
            }
            if hasGap && !out.isEmpty { out.append(" ") }
            hasGap = false
            out.append(scalar)
        }
        return String(out)
    }

    private static func trimmed(_ text: String) -> String {
        if text.utf8.first != .space && text.utf8.last != .space { return text }
        var view = text.utf8[...]
        while view.first == .space { view.removeFirst() }
        while view.last == .space { view.removeLast() }
        return String(Substring(view))
    }

    /// White space, controls and default-ignorable characters, except those that join letters or choose a form.
    private static func showsNothing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0x2800: return true
        case 0x200C, 0x200D, 0xFE00...0xFE0F: return false
        case 0...0xFF: return scalar.value == 0xAD
        default: return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace
        }
    }
}
