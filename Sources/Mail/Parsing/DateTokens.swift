/// The words, numbers, clock times and offsets of a date, comments taken out.
struct DateTokens {
    enum Token {
        case word([UInt8])
        case number(Int, digits: Int)
        /// Seconds since midnight.
        case clock(Int)
        case offset(sign: Int, Int, digits: Int)
        /// `year-month-day`.
        case calendar(Int, Int, Int)
    }

    private(set) var tokens: [Token] = []
    private let bytes: [UInt8]
    private let commentDepth: Int
    private var position = 0

    init(_ value: ArraySlice<UInt8>, commentDepth: Int) {
        bytes = Array(value)
        self.commentDepth = commentDepth
        Steps.add(bytes.count)
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .openParenthesis {
                skipComment()
            } else if byte.isDigit {
                takeNumber()
            } else if byte == .plus || byte == .dash {
                takeOffset(byte == .plus ? 1 : -1)
            } else if byte.isLetter || byte >= 0x80 {
                takeWord()
            } else {
                position += 1
            }
        }
    }

    private mutating func skipComment() {
        var depth = 0
        while position < bytes.count {
            if bytes[position] == .openParenthesis { depth += 1 }
            if bytes[position] == .closeParenthesis { depth -= 1 }
            position += 1
            if depth == 0 || depth > commentDepth { return }
        }
    }

    /// RFC 5322 §4.3: white space and comments may stand between the numbers of a clock. Moves only if a colon follows.
    private mutating func skipToColon() {
        let start = position
        while position < bytes.count, bytes[position].isBlank || bytes[position] == .openParenthesis {
            if bytes[position] == .openParenthesis { skipComment() } else { position += 1 }
        }
        if position >= bytes.count || bytes[position] != .colon { position = start }
    }

    private mutating func takeWord() {
        let start = position
        while position < bytes.count, bytes[position].isLetter || bytes[position] >= 0x80 { position += 1 }
        // The T between the date and the time of ISO 8601 means nothing.
        tokens.append(.word(bytes[start..<position].map(\.lowered)))
    }

    private mutating func takeNumber() {
        let (value, digits) = number()
        skipToColon()
        if position < bytes.count, bytes[position] == .colon || (bytes[position] == .dot && isClockWithDots) {
            return takeClock(hours: value)
        }
        if digits == 4, position < bytes.count, bytes[position] == .dash, isDigit(at: position + 1) {
            let mark = position
            position += 1
            let month = number()
            if position < bytes.count, bytes[position] == .dash, isDigit(at: position + 1) {
                position += 1
                let day = number()
                return tokens.append(.calendar(value, month.value, day.value))
            }
            position = mark
        }
        tokens.append(.number(value, digits: digits))
    }

    /// Whether what follows is `.mm.ss`, a clock that some locales write.
    private var isClockWithDots: Bool {
        isDigit(at: position + 1) && isDigit(at: position + 2) && position + 3 < bytes.count
            && bytes[position + 3] == .dot && isDigit(at: position + 4)
    }

    private func isDigit(at index: Int) -> Bool { index < bytes.count && bytes[index].isDigit }

    /// Saturates, so that any number of digits is safe.
    private mutating func number() -> (value: Int, digits: Int) {
        var value = 0
        var digits = 0
        while position < bytes.count, bytes[position].isDigit {
            if value < 1_000_000 { value = value * 10 + Int(bytes[position] &- 0x30) }
            digits += 1
            position += 1
        }
        return (value, digits)
    }

    private mutating func takeClock(hours: Int) {
        let separator = bytes[position]
        var parts = [hours]
        while parts.count < 3, position < bytes.count, bytes[position] == separator {
            position += 1
            while position < bytes.count, bytes[position].isSpaceOrTab { position += 1 }
            guard isDigit(at: position) else { break }
            parts.append(number().value)
            if separator == .colon { skipToColon() }
        }
        if parts.count == 3, position < bytes.count, bytes[position] == .dot || bytes[position] == .comma,
            isDigit(at: position + 1)
        {
            position += 1
            _ = number()
        }
        while parts.count < 3 { parts.append(0) }
        // RFC 5322 §3.3 allows a leap second.
        guard parts[0] <= 24, parts[1] <= 59, parts[2] <= 60 else { return }
        tokens.append(.clock(parts[0] * 3600 + parts[1] * 60 + parts[2]))
    }

    private mutating func takeOffset(_ sign: Int) {
        position += 1
        guard isDigit(at: position) else { return }
        var (value, digits) = number()
        if digits <= 2, position + 2 < bytes.count, bytes[position] == .colon, isDigit(at: position + 1) {
            position += 1
            value = value * 100 + number().value
            digits = 4
        }
        tokens.append(.offset(sign: sign, value, digits: digits))
    }
}
