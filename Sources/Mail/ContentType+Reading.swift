/// Reading a Content-Type value.
extension ContentType {
    static let plainText = ContentType(type: "text", subtype: "plain")

    /// Reads the value where it stands; a type without a subtype, or none at all, is `text/plain` (RFC 2045 §5.2).
    init(_ tree: MessageTree, buffer: Int, _ field: HeaderSpan) {
        let end = min(field.valueEnd, field.valueStart + tree.limits.fieldOctets)
        let (type, subtype, start) = tree.buffers[buffer].withUnsafeBufferPointer { bytes in
            let text = MediaTypeText(bytes, field.valueStart..<end)
            guard !text.type.isEmpty, !text.subtype.isEmpty else { return ("text", "plain", text.parametersStart) }
            let type = Self.lowered(UnsafeBufferPointer(rebasing: bytes[text.type]))
            let subtype = Self.lowered(UnsafeBufferPointer(rebasing: bytes[text.subtype]))
            return (type, subtype, text.parametersStart)
        }
        let hasParameters = start < end
        self.init(
            type: type, subtype: subtype,
            parameters: hasParameters ? Parameters(tree.buffers[buffer], start..<end, limits: tree.limits) : .none)
    }

    /// The token in lower case; the names that nearly every part has cost nothing.
    private static func lowered(_ token: UnsafeBufferPointer<UInt8>) -> String {
        switch token.count {
        case 4 where token.lowerEquals("text"): return "text"
        case 4 where token.lowerEquals("html"): return "html"
        case 5 where token.lowerEquals("plain"): return "plain"
        case 5 where token.lowerEquals("image"): return "image"
        case 11 where token.lowerEquals("application"): return "application"
        case 12 where token.lowerEquals("octet-stream"): return "octet-stream"
        default: break
        }
        return String(unsafeUninitializedCapacity: token.count) { target in
            var next = 0
            for byte in token {
                // A media type is ASCII; anything else is shown as what it is not.
                target[next] = byte < 0x80 ? byte.lowered : .question
                next += 1
            }
            return next
        }
    }
}
