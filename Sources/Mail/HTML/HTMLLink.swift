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
        if isWithoutText(in: output) {
            // Without text or image nobody could have clicked it.
            return holdsImage ? Self.bracketed(shown) : ""
        }
        // A text much longer than the target cannot be the target.
        let mayBeTarget = text.count <= shown.count * 2 + 64
        return mayBeTarget && Self.bare(text) == Self.bare(shown[...]) ? "" : Self.bracketed(shown)
    }

    /// Whether nothing stands in the link that can be read.
    func isWithoutText(in output: [UInt8]) -> Bool {
        output[min(start, output.count)...].allSatisfy { $0.isBlank || $0 == .greaterThan }
    }

    /// The target, if it is one that a person could follow, on one line and of bounded length.
    private var shownTarget: [UInt8]? {
        guard var target else { return nil }
        return target.withUTF8 { bytes in
            guard Self.holdsKnownScheme(bytes) else { return nil }
            // Everything that could end a line or hide: a URI is ASCII, so what is not is kept only when it is visible.
            guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != .lessThan && $0 != .greaterThan }) else {
                return Self.cleaned(String(decoding: bytes, as: UTF8.self))
            }
            guard bytes.count > Limits.linkTargetOctets else { return Array(bytes) }
            return bytes.prefix(Limits.linkTargetOctets) + Array("…".utf8)
        }
    }

    private static func cleaned(_ target: String) -> [UInt8] {
        let kept = target.unicodeScalars.filter { scalar in
            !scalar.properties.isWhitespace && !InvisibleCharacters.isControl(scalar) && scalar != "<" && scalar != ">"
        }
        let text = String(String.UnicodeScalarView(kept))
        guard text.utf8.count > Limits.linkTargetOctets else { return Array(text.utf8) }
        return Array(text.prefix(Limits.linkTargetOctets).utf8) + Array("…".utf8)
    }

    private static let schemes = ["http", "https", "mailto", "ftp", "tel", "sip", "sips", "xmpp"].map { Array($0.utf8) }

    /// Blanks inside a scheme are ignored, as browsers ignore them.
    private static func holdsKnownScheme(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var scheme: [UInt8] = []
        for byte in bytes {
            if byte == .colon { return schemes.contains(scheme) }
            if byte > 0x20 { scheme.append(byte.lowered) }
            if scheme.count > 6 { return false }
        }
        return false
    }

    private static let prefixes = ["https://", "http://", "mailto:", "tel:", "www."].map { Array($0.utf8) }

    /// A link without what people leave out when they write it.
    private static func bare(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = text.filter { $0 > 0x20 && $0 != .lessThan && $0 != .greaterThan }.map(\.lowered)[...]
        for prefix in prefixes where rest.starts(with: prefix) { rest = rest.dropFirst(prefix.count) }
        while rest.last == .slash { rest = rest.dropLast() }
        return rest
    }

    private static func bracketed(_ target: [UInt8]) -> String {
        " <" + String(decoding: target, as: UTF8.self) + ">"
    }
}
