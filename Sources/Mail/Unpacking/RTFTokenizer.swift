/// Cuts RTF into groups, control words, symbols and text ([MS-OXRTFEX] §2.1; RTF 1.9.1 "RTF Syntax"). Total: every byte
/// sequence has tokens, and each byte is looked at once.
struct RTFTokenizer {
    enum Token: Equatable {
        case groupStart
        case groupEnd
        /// A control word and its number, if it has one.
        case word(Range<Int>, Int?)
        /// `\'e4`: one octet in the code page of the font.
        case octet(UInt8)
        case symbol(UInt8)
        case text(Range<Int>)
    }

    let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Token? {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "{"):
                position += 1
                return .groupStart
            case UInt8(ascii: "}"):
                position += 1
                return .groupEnd
            case .backslash:
                position += 1
                return control()
            case .cr, .lf, .nul: position += 1
            default: return text()
            }
        }
        return nil
    }

    /// Passes over octets that are not RTF (`\bin`).
    mutating func skip(_ count: Int) {
        position += min(max(count, 0), bytes.count - position)
    }

    private mutating func text() -> Token {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .backslash || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte < .tab
                || byte == .cr || byte == .lf
            {
                break
            }
            position += 1
        }
        // A control character that no rule names is passed over as text of one octet.
        if position == start { position += 1 }
        return .text(start..<position)
    }

    private mutating func control() -> Token? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        guard first.isLetter else { return symbol(first) }
        let start = position
        while position < bytes.count, bytes[position].isLetter, position - start < Limits.rtfWordOctets {
            position += 1
        }
        let name = start..<position
        return .word(name, number())
    }

    private mutating func number() -> Int? {
        var index = position
        let isNegative = index < bytes.count && bytes[index] == .dash
        if isNegative { index += 1 }
        let digits = index
        var value = 0
        while index < bytes.count, bytes[index].isDigit, index - digits < 10 {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        let hasNumber = index > digits
        if hasNumber { position = index }
        // One space ends a control word and belongs to it.
        if position < bytes.count, bytes[position] == .space { position += 1 }
        return hasNumber ? (isNegative ? -value : value) : nil
    }

    private mutating func symbol(_ first: UInt8) -> Token {
        position += 1
        guard first == .apostrophe, position + 1 < bytes.count, let high = bytes[position].hexValue,
            let low = bytes[position + 1].hexValue
        else { return .symbol(first) }
        position += 2
        return .octet(high << 4 | low)
    }
}
