/// Reads the tokens of an Authentication-Results value: words, quoted strings, and comments anywhere between them.
struct AuthenticationTokens {
    private let bytes: [UInt8]
    private let commentDepth: Int
    private var position = 0

    init(_ value: [UInt8], commentDepth: Int) {
        bytes = value
        self.commentDepth = commentDepth
    }

    /// The next word or quoted string before a semicolon or an equals sign; `nil` when there is none.
    mutating func nextValue() -> String? {
        skipCFWS()
        guard position < bytes.count else { return nil }
        if bytes[position] == .quote { return quoted() }
        let start = position
        while position < bytes.count, !endsWord(bytes[position]) { position += 1 }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    mutating func take(_ byte: UInt8) -> Bool {
        skipCFWS()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// RFC 8601 §2.2: a method may carry a version; only version 1 has a meaning.
    mutating func takeMethodVersion() -> Bool {
        guard take(.slash) else { return true }
        return nextValue() == "1"
    }

    /// Moves behind the next semicolon outside quotes and comments; false when there is none.
    mutating func skipToNextResult() -> Bool {
        while position < bytes.count {
            skipCFWS()
            guard position < bytes.count else { return false }
            switch bytes[position] {
            case .semicolon:
                position += 1
                return true
            case .quote: _ = quoted()
            default: position += 1
            }
        }
        return false
    }

    private mutating func quoted() -> String {
        var out: [UInt8] = []
        position += 1
        while position < bytes.count, bytes[position] != .quote {
            if bytes[position] == .backslash, position + 1 < bytes.count { position += 1 }
            out.append(bytes[position])
            position += 1
        }
        position = min(position + 1, bytes.count)
        return String(decoding: out, as: UTF8.self)
    }

    private func endsWord(_ byte: UInt8) -> Bool {
        byte.isBlank || byte == .semicolon || byte == .equals || byte == .openParenthesis || byte == .quote
            || byte == .slash
    }

    /// Comments nest; what nests deeper than anybody writes, or never closes, ends the value.
    private mutating func skipCFWS() {
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .openParenthesis {
                depth += 1
                if depth > commentDepth { position = bytes.count }
            } else if depth > 0 {
                if byte == .backslash { position += 1 }
                if byte == .closeParenthesis { depth -= 1 }
            } else if !byte.isBlank {
                return
            }
            position += 1
        }
        position = bytes.count
    }
}
