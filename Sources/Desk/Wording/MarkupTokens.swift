/// Tags and texts of an HTML page, in order. Total: what is no tag is text, and nothing is thrown away but comments.
/// It reads pages of ours for the linter; strangers' mail has a reader of its own.
struct MarkupTokens {
    struct Tag: Equatable {
        var name: String
        var attributes: [String: String]
        var isClosing: Bool

        func has(_ attribute: String) -> Bool { attributes[attribute] != nil }
    }

    enum Token: Equatable {
        case tag(Tag)
        case text(String)
    }

    let tokens: [Token]

    init(_ page: String) {
        var tokens: [Token] = []
        var rest = page[...]
        while let open = rest.firstIndex(of: "<") {
            if open > rest.startIndex { tokens.append(.text(String(rest[..<open]))) }
            rest = rest[open...]
            if rest.hasPrefix("<!--") {
                guard let end = rest.firstRange(of: "-->") else { break }
                rest = rest[end.upperBound...]
                continue
            }
            guard let (tag, after) = Self.tag(rest) else {
                tokens.append(.text("<"))
                rest = rest.dropFirst()
                continue
            }
            tokens.append(.tag(tag))
            rest = rest[after...]
        }
        if !rest.isEmpty { tokens.append(.text(String(rest))) }
        self.tokens = tokens
    }

    /// A tag that begins here, and where what follows it begins.
    private static func tag(_ text: Substring) -> (Tag, String.Index)? {
        var rest = text.dropFirst()
        let isClosing = rest.first == "/"
        if isClosing { rest = rest.dropFirst() }
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "!" }
        guard !name.isEmpty else { return nil }
        rest = rest[name.endIndex...]
        var attributes: [String: String] = [:]
        while let next = rest.first {
            if next == ">" {
                return (
                    Tag(name: name.lowercased(), attributes: attributes, isClosing: isClosing),
                    rest.index(after: rest.startIndex)
                )
            }
            if next.isWhitespace || next == "/" {
                rest = rest.dropFirst()
                continue
            }
            let (attribute, value) = Self.attribute(&rest)
            // The first of two with one name counts (HTML, 13.2.5.33).
            if attributes[attribute] == nil { attributes[attribute] = value }
        }
        return nil
    }

    private static func attribute(_ rest: inout Substring) -> (String, String) {
        let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }
        rest = rest[name.endIndex...]
        // A sign that can begin no name is passed over, so that reading always goes on.
        if name.isEmpty { rest = rest.dropFirst() }
        let after = rest.drop { $0.isWhitespace }
        guard after.first == "=" else { return (name.lowercased(), "") }
        rest = after.dropFirst().drop { $0.isWhitespace }
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            let value = rest.prefix { !$0.isWhitespace && $0 != ">" }
            rest = rest[value.endIndex...]
            return (name.lowercased(), String(value))
        }
        let value = rest.dropFirst().prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
        return (name.lowercased(), String(value))
    }
}
