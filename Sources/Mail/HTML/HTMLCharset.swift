/// The charset that an HTML text names itself: `<meta charset=…>`, or the Content-Type in a `<meta>` element.
///
/// Asked only for a part whose header names none (RFC 2854 §6): mail programs change the header and leave this one.
enum HTMLCharset {
    /// The label as written; nil when the head names none.
    static func label(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let head = Array(bytes.prefix(Limits.htmlHeadOctets))
        var tokenizer = HTMLTokenizer(head)
        while let token = tokenizer.next() {
            guard case .start("meta", let range) = token else { continue }
            let attributes = HTMLAttributes(head[range])
            if let label = attributes.value(of: "charset"), !label.isEmpty { return Array(label.utf8) }
            let content = Array((attributes.value(of: "content") ?? "").utf8)
            guard let mark = content.map(\.lowered).firstRange(of: Array("charset=".utf8)) else { continue }
            let label = content[mark.upperBound...].prefix { !$0.isBlank && $0 != .semicolon }
            if !label.isEmpty { return Array(label) }
        }
        return nil
    }
}
