/// The rules of `<style>` elements that hide something or show it again: those for one element name, one class, one
/// identifier, or a name with a class. Total and bounded.
///
/// Selectors that depend on where an element stands, and rules for some screens only (`@media`), are left out: text
/// that some reader saw must not be lost.
struct HTMLStyleSheet {
    /// A style, and what is marked `!important` in it.
    private struct Rule {
        var normal = HTMLStyle()
        var important = HTMLStyle()

        mutating func merge(_ later: Rule) {
            normal.merge(later.normal)
            important.merge(later.important)
        }
    }

    /// By element name, `.class`, `name.class`, `#identifier`; a later rule for the same is merged into the first.
    private var rules: [String: Rule] = [:]

    var isEmpty: Bool { rules.isEmpty }

    /// Adds the content of one `<style>` element.
    mutating func add(_ css: ArraySlice<UInt8>) {
        let text = Self.withoutComments(css.prefix(Limits.styleOctets))
        var position = text.startIndex
        while position < text.endIndex, rules.count < Limits.styleRules {
            guard let open = text[position...].firstIndex(of: UInt8(ascii: "{")) else { return }
            var selectors = text[position..<open]
            // `@import …;` and what a comment mark of HTML left over end at a semicolon.
            if let semicolon = selectors.lastIndex(of: .semicolon) { selectors = selectors[(semicolon + 1)...] }
            let close = Self.endOfBlock(text, from: open)
            if selectors.first(where: { !$0.isBlank }) != .at { take(selectors, text[(open + 1)..<close]) }
            position = min(close + 1, text.endIndex)
        }
    }

    private mutating func take(_ selectors: ArraySlice<UInt8>, _ declarations: ArraySlice<UInt8>) {
        let rule = Rule(
            normal: HTMLStyle(declarations, important: false), important: HTMLStyle(declarations, important: true))
        if rule.normal.isEmpty && rule.important.isEmpty { return }
        for selector in selectors.split(separator: .comma) {
            guard let key = Self.key(selector) else { continue }
            rules[key, default: Rule()].merge(rule)
        }
    }

    /// The style of an element: its name, its classes, its identifier, its own attribute, in this order of weight.
    func visibility(
        of name: String, _ attributes: HTMLAttributes, inside parent: HTMLStyle.Visibility
    ) -> HTMLStyle.Visibility {
        let inline = attributes.value(of: "style").map { Array($0.utf8) }
        var style = HTMLStyle()
        var important = HTMLStyle()
        if !rules.isEmpty {
            for key in Self.keys(of: name, attributes) {
                guard let rule = rules[key] else { continue }
                style.merge(rule.normal)
                important.merge(rule.important)
            }
        }
        if let inline {
            style.merge(HTMLStyle(inline[...], important: false))
            important.merge(HTMLStyle(inline[...], important: true))
        }
        style.merge(important)
        var visibility = style.visibility(inside: parent)
        if attributes.has("hidden") { visibility.isGone = true }
        if name == "font", attributes.has("size") { visibility.hasNoSize = false }
        return visibility
    }

    private static func keys(of name: String, _ attributes: HTMLAttributes) -> [String] {
        var keys = [name]
        let classes = (attributes.value(of: "class") ?? "").split(whereSeparator: \.isWhitespace)
            .prefix(Limits.styleClasses).map { $0.lowercased() }
        keys += classes.map { "." + $0 }
        keys += classes.map { name + "." + $0 }
        if let identifier = attributes.value(of: "id") { keys.append("#" + identifier.lowercased()) }
        return keys
    }

    /// A selector that this sheet can look up, in lower case; `body` and `html` in front of it say nothing.
    private static func key(_ selector: ArraySlice<UInt8>) -> String? {
        var words = String(decoding: selector.prefix(Limits.styleSelectorOctets).map(\.lowered), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace)
        while words.count > 1, words[0] == "body" || words[0] == "html" { words.removeFirst() }
        guard words.count == 1, var word = words.first else { return nil }
        if word.hasPrefix("*.") || word.hasPrefix("*#") { word = word.dropFirst() }
        let dots = word.utf8.filter { $0 == .dot || $0 == UInt8(ascii: "#") }.count
        guard dots <= 1, word.utf8.allSatisfy(isNameOctet), dots == 0 || word.hasPrefix("#") || !word.contains("#")
        else { return nil }
        return String(word)
    }

    private static func isNameOctet(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte >= 0x80 || [.dash, .underscore, .dot, UInt8(ascii: "#")].contains(byte)
    }

    /// The brace that closes a block, those inside it passed over; the end when there is none.
    private static func endOfBlock(_ text: [UInt8], from open: Int) -> Int {
        var depth = 0
        for index in open..<text.endIndex {
            if text[index] == UInt8(ascii: "{") { depth += 1 }
            if text[index] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return text.endIndex
    }

    private static func withoutComments(_ css: ArraySlice<UInt8>) -> [UInt8] {
        var kept: [UInt8] = []
        var isInComment = false
        var previous: UInt8 = .space
        for byte in css {
            if isInComment {
                if previous == .asterisk, byte == .slash {
                    isInComment = false
                    previous = .space
                    continue
                }
            } else if previous == .slash, byte == .asterisk {
                isInComment = true
                kept.removeLast()
                previous = .space
                continue
            } else {
                kept.append(byte)
            }
            previous = byte
        }
        return kept
    }
}
