/// What stands between angle brackets: the address without comments and white space, and whether it is only that.
struct AngleAddress {
    let text: String
    private(set) var comments: [[UInt8]] = []
    private(set) var isPlain = true

    init(_ content: [UInt8]) {
        var kept: [UInt8] = []
        kept.reserveCapacity(content.count)
        Steps.add(content.count)
        var isQuoted = false
        var depth = 0
        var comment: [UInt8] = []
        var position = 0
        while position < content.count {
            let byte = content[position]
            if byte == .backslash, isQuoted || depth > 0, position + 1 < content.count {
                position += 1
                if depth > 0 { comment.append(content[position]) } else { kept += [byte, content[position]] }
            } else if depth > 0 {
                if byte == .openParenthesis { depth += 1 }
                if byte == .closeParenthesis { depth -= 1 }
                if depth > 0 { comment.append(byte) } else { comments.append(comment) }
            } else if byte == .openParenthesis && !isQuoted {
                depth = 1
                comment = []
                isPlain = false
            } else {
                if byte == .quote { isQuoted.toggle() }
                kept.append(byte)
            }
            position += 1
        }
        if depth > 0 { kept = content }
        if kept.first == .at, let colon = kept.firstIndex(of: .colon) {
            // RFC 5322 §4.4: the route of an obsolete address is ignored.
            kept.removeFirst(colon + 1)
            isPlain = false
        }
        // A second at sign, even a quoted one, is where some other reader ends the address.
        if kept.reduce(0, { $1 == .at ? $0 + 1 : $0 }) > 1 { isPlain = false }
        text = Self.unquoted(Self.squeezed(kept, &isPlain))
    }

    /// A quoted local part of letters and digits is the same address without its quotes (RFC 5321 §4.1.2).
    private static func unquoted(_ text: String) -> String {
        guard text.utf8.first == .quote else { return text }
        let inner = text.utf8.dropFirst()
        guard let end = inner.firstIndex(of: .quote), inner[inner.index(after: end)...].first == .at,
            inner[..<end].allSatisfy({ $0.isLetter || $0.isDigit || $0 == .dot || $0 == .dash || $0 == .underscore }),
            EmailAddress.isDotAtom(Array(inner[..<end])[...])
        else { return text }
        return String(decoding: inner[..<end], as: UTF8.self) + String(Substring(inner[inner.index(after: end)...]))
    }

    /// Takes out the white space that RFC 5322 §4.4 allows around dots and the at sign; other white space stays seen.
    private static func squeezed(_ kept: [UInt8], _ isPlain: inout Bool) -> String {
        var trimmed = kept[...]
        while let first = trimmed.first, first.isBlank { trimmed.removeFirst() }
        while let last = trimmed.last, last.isBlank { trimmed.removeLast() }
        guard trimmed.contains(where: \.isBlank) else { return String(decoding: trimmed, as: UTF8.self) }
        isPlain = false
        var out: [UInt8] = []
        var isQuoted = false
        var hasBlank = false
        for byte in trimmed {
            if byte == .quote { isQuoted.toggle() }
            if byte.isBlank && !isQuoted {
                hasBlank = true
                continue
            }
            if hasBlank, let last = out.last, last != .dot, last != .at, byte != .dot, byte != .at {
                out.append(.space)
            }
            hasBlank = false
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
