/// The different words of a text, to tell whether two texts say the same. Addresses of the web do not count: the plain
/// and the HTML form of one mail name them differently.
struct WordSet {
    let words: Set<String>

    init(_ text: String) {
        var words: Set<String> = []
        for chunk in text.split(whereSeparator: \.isWhitespace) where words.count < Limits.comparedWords {
            if chunk.utf8.count > Limits.comparedWordOctets || chunk.contains("://") { continue }
            var word = String.UnicodeScalarView()
            for scalar in chunk.lowercased().unicodeScalars {
                if WordSet.standsAlone(scalar) {
                    words.insert(String(scalar))
                } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    word.append(scalar)
                } else if !word.isEmpty {
                    words.insert(String(word))
                    word = String.UnicodeScalarView()
                }
            }
            if !word.isEmpty { words.insert(String(word)) }
        }
        self.words = words
    }

    var count: Int { words.count }

    /// Whether two texts differ in substance: less than half of the shorter one is in the other, or one of them goes on
    /// for long about something the other leaves out.
    func differsInSubstance(from other: WordSet) -> Bool {
        let common = words.intersection(other.words).count
        let shorter = min(count, other.count)
        if common * 2 < shorter { return true }
        return [count, other.count].contains { total in
            total - common > Limits.differingWords && (total - common) * 2 > total
        }
    }

    /// Scripts written without spaces: each character is a word.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
