/// Encoded words in header text (RFC 2047), decoded the way senders mean them.
///
/// White space between two encoded words goes (§6.2), octets of neighbours in one charset are joined before they become
/// text, because characters are cut apart in the wild although §5 forbids it. What is not an encoded word stays text:
/// UTF-8 (RFC 6532), else windows-1252.
struct EncodedWords {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let undeclared: Limits.Undeclared
    private var text = ""
    /// Decoded octets whose charset has not been applied yet, because the next word may continue them.
    private var pending: [UInt8] = []
    private var pendingLabel: Range<Int>?
    /// Where the last search for an end failed: there is no end after it either.
    private var noEndFrom = Int.max

    /// One encoded word: `=?charset*language?encoding?content?=`.
    private struct Word {
        let label: Range<Int>
        let isBase64: Bool
        let content: Range<Int>
        let end: Int
    }

    /// The text of an unfolded header value or a part of one.
    static func decode(_ bytes: [UInt8], _ undeclared: Limits.Undeclared) -> String {
        bytes.withUnsafeBufferPointer { bytes in
            var words = EncodedWords(bytes: bytes, undeclared: undeclared)
            return holdsStart(bytes) ? words.run() : words.plain(bytes)
        }
    }

    /// The end of the encoded word that starts at `position` and holds no white space: an atom, whatever is in it.
    static func atomEnd(_ bytes: [UInt8], at position: Int) -> Int? {
        guard position + 6 < bytes.count, bytes[position] == .equals, bytes[position + 1] == .question else {
            return nil
        }
        var marks = 0
        var index = position + 2
        defer { Steps.add(index - position) }
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isBlank || byte == .quote { return nil }
            if byte == .question {
                marks += 1
                if marks == 3 { return index + 1 < bytes.count && bytes[index + 1] == .equals ? index + 2 : nil }
            }
            // The label and the encoding are short; text without marks is no word.
            if marks < 2 && index - position > Limits.charsetOctets + 8 { return nil }
            index += 1
        }
        return nil
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, undeclared: Limits.Undeclared) {
        self.bytes = bytes
        self.undeclared = undeclared
    }

    private mutating func run() -> String {
        var position = 0
        var copied = 0
        while position + 1 < bytes.count {
            guard let start = ByteSearch.first(.equals, in: bytes, from: position) else { break }
            guard start + 1 < bytes.count, bytes[start + 1] == .question, let word = word(at: start) else {
                position = start + 1
                continue
            }
            take(plainUpTo: start, from: copied)
            append(word)
            position = word.end
            copied = word.end
        }
        flush()
        if copied < bytes.count { text += plain(UnsafeBufferPointer(rebasing: bytes[copied...])) }
        return text
    }

    /// Text between words counts; white space between two of them does not.
    private mutating func take(plainUpTo end: Int, from start: Int) {
        guard start < end else { return }
        let between = UnsafeBufferPointer(rebasing: bytes[start..<end])
        Steps.add(between.count)
        if start > 0, between.allSatisfy(\.isBlank) { return }
        flush()
        text += plain(between)
    }

    private mutating func append(_ word: Word) {
        if let label = pendingLabel, !isSame(label, word.label) { flush() }
        pendingLabel = word.label
        let content = UnsafeBufferPointer(rebasing: bytes[word.content])
        if word.isBase64 {
            pending += Base64.decode(content, padding: .skipped).bytes
        } else {
            QuotedPrintable.decodeWord(content, into: &pending)
        }
    }

    private mutating func flush() {
        guard let label = pendingLabel else { return }
        let name = UnsafeBufferPointer(rebasing: bytes[label])
        text += pending.withUnsafeBufferPointer { TextDecoder.decode($0, label: name, undeclared).text }
        pending.removeAll(keepingCapacity: true)
        pendingLabel = nil
    }

    private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        one.count == other.count && zip(bytes[one], bytes[other]).allSatisfy { $0.lowered == $1.lowered }
    }

    private mutating func word(at start: Int) -> Word? {
        var index = start + 2
        defer { Steps.add(index - start) }
        var labelEnd: Int?
        while index < bytes.count, bytes[index] != .question {
            let byte = bytes[index]
            guard byte > .space, byte < 0x7F, index - start <= Limits.charsetOctets else { return nil }
            // RFC 2231 §5: a language tag may follow the charset.
            if byte == .asterisk && labelEnd == nil { labelEnd = index }
            index += 1
        }
        let label = (start + 2)..<(labelEnd ?? index)
        guard !label.isEmpty, index + 2 < bytes.count, bytes[index + 2] == .question else { return nil }
        let mode = bytes[index + 1].lowered
        guard mode == 0x62 || mode == 0x71 else { return nil }
        let contentStart = index + 3
        guard let contentEnd = end(from: contentStart) else { return nil }
        return Word(
            label: label, isBase64: mode == 0x62, content: contentStart..<contentEnd, end: contentEnd + 2)
    }

    /// The next `?=`. A failure is remembered, so that many words without an end cost one search.
    private mutating func end(from start: Int) -> Int? {
        guard start < noEndFrom else { return nil }
        var index = start
        while let mark = ByteSearch.first(.question, in: bytes, from: index), mark + 1 < bytes.count {
            if bytes[mark + 1] == .equals { return mark }
            index = mark + 1
        }
        noEndFrom = start
        return nil
    }

    private static func holdsStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while let mark = ByteSearch.first(.equals, in: bytes, from: position) {
            if mark + 1 < bytes.count, bytes[mark + 1] == .question { return true }
            position = mark + 1
        }
        return false
    }

    /// Text outside encoded words: UTF-8, else windows-1252 (RFC 6532 §3.2, RFC 7103 §7.7).
    private func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        TextDecoder.decode(bytes, label: nil, undeclared).text
    }
}
