/// Cuts HTML into text, tags and what is neither, in one pass over the bytes (WHATWG HTML §13.2.5, what of it matters
/// for text).
///
/// Total: every byte sequence has tokens. A tag that never ends is text, and so is every `<` after it, so that no input
/// is scanned twice. Comments (Outlook's conditional ones among them), doctypes and processing instructions are
/// dropped.
struct HTMLTokenizer {
    enum Token {
        case text(Range<Int>)
        case start(name: String, attributes: Range<Int>)
        case end(name: String)
        /// The text of an element whose content is not markup (`title`, `textarea`), or is not for reading (`script`).
        case raw(Range<Int>)
    }

    private let bytes: [UInt8]
    private var position = 0
    /// The element whose end tag alone ends the raw text that starts at `position`.
    private var rawElement: String?
    /// Set once a tag did not end: nothing after it can be a tag either.
    private(set) var endsInsideTag = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Token? {
        let before = position
        defer { Steps.add(position - before + 1) }
        if let element = rawElement {
            rawElement = nil
            let range = rawText(of: element)
            if !range.isEmpty { return .raw(range) }
        }
        while position < bytes.count {
            if bytes[position] == .lessThan, !endsInsideTag {
                let start = position
                if let token = markup() { return token }
                // A dropped construct moved on; a `<` that opens nothing is text.
                if position > start { continue }
            }
            return text()
        }
        return nil
    }

    private mutating func text() -> Token {
        let start = position
        position += 1
        while position < bytes.count, endsInsideTag || bytes[position] != .lessThan { position += 1 }
        return .text(start..<position)
    }

    /// Reads what starts with `<`. Nil without moving when it is text, nil after moving when it is to be dropped.
    private mutating func markup() -> Token? {
        guard position + 1 < bytes.count else { return nil }
        let mark = bytes[position + 1]
        if mark.isLetter { return tag(nameStart: position + 1, isEnd: false) }
        if mark == .slash {
            guard position + 2 < bytes.count else { return nil }
            if bytes[position + 2].isLetter { return tag(nameStart: position + 2, isEnd: true) }
            skip(through: [.greaterThan], from: position + 2)
            return nil
        }
        if mark == UInt8(ascii: "!") {
            if bytes[position...].starts(with: "<!--".utf8) {
                // WHATWG §13.2.5.43: `<!-->` and `<!--->` are whole comments.
                skip(through: [.dash, .dash, .greaterThan], from: position + 2)
            } else {
                skip(through: [.greaterThan], from: position + 2)
            }
            return nil
        }
        if mark == .question { skip(through: [.greaterThan], from: position + 2) }
        return nil
    }

    private mutating func tag(nameStart: Int, isEnd: Bool) -> Token? {
        var index = nameStart
        while index < bytes.count, !bytes[index].isBlank, bytes[index] != .slash, bytes[index] != .greaterThan {
            index += 1
        }
        let nameEnd = min(index, nameStart + Limits.htmlNameOctets)
        let name = String(decoding: bytes[nameStart..<nameEnd].lazy.map(\.lowered), as: UTF8.self)
        guard let end = endOfTag(from: index) else {
            endsInsideTag = true
            return nil
        }
        position = end + 1
        if isEnd { return .end(name: name) }
        if HTMLElement.isRaw(name) { rawElement = name }
        return .start(name: name, attributes: index..<end)
    }

    /// The `>` that ends a tag: one outside quotes, where a quote counts only after `=` (WHATWG §13.2.5.35).
    private func endOfTag(from start: Int) -> Int? {
        var index = start
        defer { Steps.add(index - start) }
        var quote: UInt8?
        var afterEquals = false
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == .greaterThan {
                return index
            } else if afterEquals, byte == .quote || byte == .apostrophe {
                quote = byte
                afterEquals = false
            } else if !byte.isBlank {
                afterEquals = byte == .equals
            }
            index += 1
        }
        return nil
    }

    /// Moves behind the next occurrence of a mark, or to the end when there is none.
    private mutating func skip(through mark: [UInt8], from start: Int) {
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
                position = index + mark.count
                return
            }
            index += 1
        }
        position = bytes.count
    }

    private mutating func rawText(of element: String) -> Range<Int> {
        let name = Array(element.utf8)
        let start = position
        var index = start
        while index + name.count + 2 <= bytes.count {
            if bytes[index] == .lessThan, bytes[index + 1] == .slash,
                bytes[(index + 2)..<(index + 2 + name.count)].lazy.map(\.lowered).elementsEqual(name),
                index + 2 + name.count == bytes.count || !bytes[index + 2 + name.count].isLetter
            {
                position = index
                return start..<index
            }
            index += 1
        }
        position = bytes.count
        return start..<position
    }
}
