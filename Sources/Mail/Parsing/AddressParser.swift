/// Reads an address field (RFC 5322 §3.4, §4.4) as software in the wild writes it: quoted names, comments, groups
/// (RFC 6854), source routes, semicolons between addresses, brackets and quotes that never close (RFC 7103 §7.1).
///
/// Syntax first, decoding after: an encoded word cannot make a new address. Groups are flattened, their names dropped.
/// One pass, no recursion; what never closes is searched for once.
struct AddressParser {
    private let bytes: [UInt8]
    private let limits: Limits
    private var position = 0
    private var mailbox: MailboxDraft
    private var found: [Address] = []
    private var isInGroup = false
    /// A comment or an angle bracket that never closes was met: every later one does not close either.
    private var hasOpenComment = false
    private var hasOpenAngle = false
    /// Up to here the last search for the end of a domain literal found nothing.
    private var noBracketBefore = 0
    private(set) var hasTooMany = false

    /// The mailboxes of an unfolded value, in order.
    static func parse(_ value: [UInt8], limits: Limits = .standard) -> [Address] {
        var parser = AddressParser(value, limits: limits)
        return parser.run()
    }

    init(_ value: [UInt8], limits: Limits) {
        bytes = value
        self.limits = limits
        mailbox = MailboxDraft(undeclared: limits.undeclared)
    }

    mutating func run() -> [Address] {
        while position < bytes.count {
            let before = position
            step(bytes[position])
            Steps.add(position - before)
            if found.count >= limits.addresses {
                hasTooMany = position < bytes.count
                return found
            }
        }
        finishMailbox()
        return found
    }

    private mutating func step(_ byte: UInt8) {
        switch byte {
        case .space, .tab, .cr, .lf:
            mailbox.hasSpace = true
            position += 1
        case .comma:
            finishMailbox()
            position += 1
        case .semicolon:
            // The end of a group, or Outlook's separator.
            finishMailbox()
            isInGroup = false
            position += 1
        case .colon where mailbox.canNameGroup:
            mailbox = MailboxDraft(undeclared: limits.undeclared)
            isInGroup = true
            position += 1
        case .quote:
            takeQuoted()
        case .openParenthesis where !hasOpenComment:
            takeComment()
        case .lessThan:
            takeAngle()
        case .greaterThan:
            mailbox.isPlain = false
            position += 1
        default:
            takeAtom()
        }
    }

    private mutating func finishMailbox() {
        // A comment alone is the content of a group only, otherwise it is about the field.
        if isInGroup || !mailbox.isOnlyComments, let address = mailbox.address { found.append(address) }
        mailbox = MailboxDraft(undeclared: limits.undeclared)
    }

    /// RFC 5322 §3.2.4. A string that never closes ends with the field.
    private mutating func takeQuoted() {
        let start = position
        var content: [UInt8] = []
        position += 1
        while position < bytes.count, bytes[position] != .quote {
            if bytes[position] == .backslash, position + 1 < bytes.count { position += 1 }
            content.append(bytes[position])
            position += 1
        }
        if position >= bytes.count { mailbox.isPlain = false }
        position = min(position + 1, bytes.count)
        mailbox.addWord(content, written: Array(bytes[start..<position]), isQuoted: true)
    }

    /// RFC 5322 §3.2.2: comments nest. One that never closes is text.
    private mutating func takeComment() {
        guard let comment = comment(at: position) else {
            hasOpenComment = true
            mailbox.isPlain = false
            return
        }
        mailbox.addComment(comment.text)
        position = comment.end
    }

    private func comment(at start: Int) -> (text: [UInt8], end: Int)? {
        var depth = 1
        var index = start + 1
        var text: [UInt8] = []
        defer { Steps.add(index - start) }
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case .backslash where index + 1 < bytes.count:
                index += 1
                text.append(bytes[index])
            case .openParenthesis:
                depth += 1
                text.append(byte)
            case .closeParenthesis:
                depth -= 1
                if depth == 0 { return (text, index + 1) }
                text.append(byte)
            default:
                text.append(byte)
            }
            index += 1
        }
        return nil
    }

    /// RFC 5322 §3.4 `angle-addr`; without its closing bracket it ends at the next separator.
    private mutating func takeAngle() {
        position += 1
        // A second opening bracket, as in `<<a@b>>`, adds nothing.
        while position < bytes.count, bytes[position] == .lessThan {
            mailbox.isPlain = false
            position += 1
        }
        let start = position
        let end = hasOpenAngle ? nil : closingAngle(from: start)
        if end == nil {
            hasOpenAngle = true
            mailbox.isPlain = false
        }
        let stop = end ?? separator(from: start)
        mailbox.setAngle(Array(bytes[start..<stop]))
        position = end.map { $0 + 1 } ?? stop
    }

    private func closingAngle(from start: Int) -> Int? {
        var isQuoted = false
        var index = start
        defer { Steps.add(index - start) }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == .backslash && isQuoted {
                index += 1
            } else if byte == .quote {
                isQuoted.toggle()
            } else if byte == .greaterThan && !isQuoted {
                return index
            } else if byte == .lessThan && !isQuoted {
                return nil
            }
            index += 1
        }
        // A quote that never closes hides the bracket: look again without regard to quotes.
        return isQuoted ? bytes[start...].firstIndex(of: .greaterThan) : nil
    }

    private func separator(from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != .comma, bytes[index] != .semicolon, bytes[index] != .lessThan {
            index += 1
        }
        return index
    }

    /// A run of characters without a meaning of their own; an encoded word or a domain literal counts as one.
    private mutating func takeAtom() {
        let start = position
        if let end = EncodedWords.atomEnd(bytes, at: position) {
            position = end
        } else {
            position += 1
            // Comments that do not close, opened one after the other, are one word.
            if bytes[start] == .openParenthesis { skip(.openParenthesis) }
            while position < bytes.count, !Self.endsAtom(bytes[position]) {
                let literal = bytes[position] == .openBracket ? literalEnd(position) : nil
                position = literal ?? position + 1
            }
            if bytes[start] == .openBracket, let end = literalEnd(start), end > position { position = end }
        }
        let word = Array(bytes[start..<position])
        mailbox.addWord(word, written: word, isQuoted: false)
    }

    private mutating func skip(_ byte: UInt8) {
        while position < bytes.count, bytes[position] == byte { position += 1 }
    }

    /// The end of `[…]`, when it closes within the length of a domain (RFC 5321 §4.1.3).
    private mutating func literalEnd(_ start: Int) -> Int? {
        let last = min(start + Limits.domainOctets, bytes.count)
        let first = max(start + 1, noBracketBefore)
        var index = first
        defer { Steps.add(index - first + 1) }
        while index < last, bytes[index] != .comma, bytes[index] != .lessThan {
            if bytes[index] == .closeBracket { return index + 1 }
            index += 1
        }
        noBracketBefore = index
        return nil
    }

    private static func endsAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case .space, .tab, .cr, .lf, .comma, .semicolon, .quote, .openParenthesis, .lessThan, .greaterThan, .colon:
            true
        default: false
        }
    }
}
