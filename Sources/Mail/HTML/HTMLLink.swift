/// An open link: where it leads, and where its text began.
struct HTMLLink {
    let target: String?
    let start: Int
    var holdsImage = false

    init(target: String?, start: Int) {
        self.target = target
        self.start = start
    }

    /// What is written behind the text of the link: its target, where the text does not say it already.
    func suffix(in output: [UInt8]) -> String {
        guard let shown = shownTarget else { return "" }
        let text = output[min(start, output.count)...]
        // A text much longer than the target cannot be the target.
        let label = text.count > shown.utf8.count * 2 + 64 ? "" : String(decoding: text, as: UTF8.self)
        if text.allSatisfy({ $0.isBlank || $0 == .greaterThan }) {
            // Without text or image nobody could have clicked it.
            return holdsImage ? " <\(shown)>" : ""
        }
        return Self.bare(label) == Self.bare(shown) ? "" : " <\(shown)>"
    }

    /// The target, if it is one that a person could follow, on one line and of bounded length.
    private var shownTarget: String? {
        guard let target else { return nil }
        let kept = target.unicodeScalars.filter { scalar in
            !scalar.properties.isWhitespace && !InvisibleCharacters.isControl(scalar) && scalar != "<" && scalar != ">"
        }
        var text = String(String.UnicodeScalarView(kept))
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard ["http", "https", "mailto", "ftp", "tel", "sip", "sips", "xmpp"].contains(scheme) else { return nil }
        if text.utf8.count > Limits.linkTargetOctets { text = text.prefix(Limits.linkTargetOctets) + "…" }
        return text
    }

    /// A link without what people leave out when they write it.
    private static func bare(_ text: String) -> String {
        var rest = Substring(text.lowercased().filter { !$0.isWhitespace && $0 != "<" && $0 != ">" })
        for prefix in ["https://", "http://", "mailto:", "tel:", "www."] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        return String(rest)
    }
}
