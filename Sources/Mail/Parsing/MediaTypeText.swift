/// Where type, subtype and parameters stand in a Content-Type value, folded or not (RFC 2045 §5.1).
struct MediaTypeText {
    let type: Range<Int>
    let subtype: Range<Int>
    let parametersStart: Int

    init(_ value: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let value = UnsafeBufferPointer(rebasing: value[..<range.upperBound])
        var position = range.lowerBound
        Self.skipBlanksAndComments(value, &position)
        let typeStart = position
        Self.skipToken(value, &position)
        type = typeStart..<position
        Self.skipBlanksAndComments(value, &position)
        guard position < value.count, value[position] == .slash else {
            subtype = position..<position
            parametersStart = Self.afterSemicolon(value, position)
            return
        }
        position += 1
        Self.skipBlanksAndComments(value, &position)
        Steps.add(position - range.lowerBound)
        let subtypeStart = position
        Self.skipToken(value, &position)
        subtype = subtypeStart..<position
        parametersStart = Self.afterSemicolon(value, position)
    }

    private static func afterSemicolon(_ value: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var position = start
        // The semicolon may be missing: a name with an equals sign after white space is a parameter.
        skipBlanksAndComments(value, &position)
        if position < value.count, value[position] != .semicolon, position > start { return position }
        while position < value.count, value[position] != .semicolon { position += 1 }
        return min(position + 1, value.count)
    }

    private static func skipToken(_ value: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        while position < value.count {
            let byte = value[position]
            if byte <= .space || byte == .slash || byte == .semicolon || byte == .openParenthesis || byte == .comma {
                return
            }
            position += 1
        }
    }

    private static func skipBlanksAndComments(_ value: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        var depth = 0
        while position < value.count {
            let byte = value[position]
            if byte == .openParenthesis {
                depth += 1
            } else if depth > 0 {
                if byte == .closeParenthesis { depth -= 1 }
                if byte == .backslash { position += 1 }
            } else if !byte.isBlank {
                return
            }
            position += 1
        }
        position = min(position, value.count)
    }
}
