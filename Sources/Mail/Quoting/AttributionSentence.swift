/// The sentence above a quote that says who wrote it and when: `On Monday, 3 March 2025 at 10:00, Ann Example wrote:`.
struct AttributionSentence {
    /// Whether only a mail program writes so. People write such sentences too, and what follows theirs is written.
    let isCertain: Bool

    /// `nil` when the sentence, which ends in a colon, is something else.
    init?(_ sentence: String) {
        let text = sentence.lowercased()
        var body = text[...]
        while let last = body.last, last == ":" || last == "：" || last.isWhitespace { body.removeLast() }
        let hasAddress = body.contains("@")
        guard hasAddress || text.utf8.contains(where: \.isDigit) else { return nil }
        let hasTime = Self.holdsTime(body)
        let hasYear = Self.holdsYear(body)
        if Self.endsWithVerb(body) {
            isCertain = Self.opens(sentence) && (hasTime || hasYear || hasAddress) && !Self.isFirstPerson(body)
        } else if QuoteWords.verbs.contains(where: { body.contains(" \($0) ") }) {
            isCertain = Self.opens(sentence) && (hasTime || hasAddress) && !Self.isFirstPerson(body)
        } else {
            // Several languages have no verb: the date, the name, the address, a colon.
            guard hasAddress, hasTime || hasYear, let last = body.last, last == ">" || last == ")" || last == "\"",
                Self.opens(sentence)
            else { return nil }
            isCertain = false
        }
    }

    /// Whether a line begins as such a sentence does: with a preposition, a weekday or a date.
    static func opens(_ line: String) -> Bool {
        let text = line.lowercased()
        if text.utf8.first?.isDigit == true { return true }
        return QuoteWords.openings.contains { text.hasPrefix($0) }
            || text.contains("<") && QuoteWords.laterOpenings.contains { text.contains($0) }
    }

    private static func endsWithVerb(_ body: Substring) -> Bool {
        // Some programs leave out the space behind the address.
        QuoteWords.verbs.contains { verb in
            body.hasSuffix(" " + verb) || body.hasSuffix(">" + verb) || body.hasSuffix(")" + verb)
        } || QuoteWords.verbsWithoutSpaces.contains { body.hasSuffix($0) }
    }

    private static func isFirstPerson(_ body: Substring) -> Bool {
        QuoteWords.firstPersons.contains { body.contains($0) }
    }

    /// `10:00`, `10.00`, `10:00:00`.
    private static func holdsTime(_ body: Substring) -> Bool {
        let bytes = Array(body.utf8)
        var index = 1
        while index + 2 < bytes.count {
            if bytes[index] == .colon || bytes[index] == .dot, bytes[index - 1].isDigit, bytes[index + 1].isDigit,
                bytes[index + 2].isDigit, index + 3 == bytes.count || !bytes[index + 3].isDigit
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// Four digits that begin with 19 or 20.
    private static func holdsYear(_ body: Substring) -> Bool {
        body.utf8.split(whereSeparator: { !$0.isDigit }).contains { digits in
            digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
        }
    }
}
