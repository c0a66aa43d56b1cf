/// What somebody typed, as queries that cannot be anything but words: whatever stands in it is only text (P17).
///
/// Each word has to be found, the beginning of one is enough, and what stands between quotation marks stands together.
/// Signs without letters or digits are passed over. The grammar of FTS5 is never spoken by what was typed: each piece
/// is one of its strings, in which only the quotation mark means something and is doubled.
struct SearchQuery: Equatable {
    /// Each has to be found in the ticket; none means that nothing was looked for.
    let terms: [String]

    init(_ text: String) {
        var terms: [String] = []
        var rest = text[...]
        while terms.count < Limits.searchWords, let first = rest.first {
            if first.isWhitespace || Self.marks.contains(first) {
                rest.removeFirst()
                guard Self.marks.contains(first), let end = rest.firstIndex(where: { Self.marks.contains($0) }) else {
                    continue
                }
                terms += Self.terms(rest[..<end], isPhrase: true)
                rest = rest[rest.index(after: end)...]
            } else {
                let end = rest.firstIndex { $0.isWhitespace || Self.marks.contains($0) } ?? rest.endIndex
                terms += Self.terms(rest[..<end], isPhrase: false)
                rest = rest[end...]
            }
        }
        self.terms = Array(terms.prefix(Limits.searchWords))
    }

    /// Any of the words, which is what a rank is reckoned from.
    var anyTerm: String { terms.joined(separator: " OR ") }

    private static let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]

    private static func terms(_ word: Substring, isPhrase: Bool) -> [String] {
        SearchText.pieces(String(word.prefix(Limits.searchWordLength))).map { piece in
            let string = "\"" + piece.text.replacing("\"", with: "\"\"") + "\""
            let isOpen = !isPhrase && !piece.isRun && (piece.text.unicodeScalars.count > 1 || !piece.text.isPlainASCII)
            return isOpen ? string + "*" : string
        }
    }
}

extension String {
    /// Letters of which half the words of a language begin with one: such a beginning finds everything and takes long.
    fileprivate var isPlainASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
