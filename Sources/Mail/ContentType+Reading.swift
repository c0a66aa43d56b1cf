/// Reading a Content-Type value.
extension ContentType {
    static let plainText = ContentType(type: "text", subtype: "plain")

    /// Reads an unfolded value; a type without a subtype, or none at all, is `text/plain` (RFC 2045 §5.2).
    init(_ value: [UInt8], limits: Limits) {
        let text = MediaTypeText(value)
        let parameters = Parameters(value, from: text.parametersStart, limits: limits)
        guard !text.type.isEmpty, !text.subtype.isEmpty else {
            self.init(type: "text", subtype: "plain", parameters: parameters)
            return
        }
        self.init(
            type: Self.lowered(value[text.type]), subtype: Self.lowered(value[text.subtype]), parameters: parameters)
    }

    private static func lowered(_ token: ArraySlice<UInt8>) -> String {
        String(unsafeUninitializedCapacity: token.count) { target in
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
