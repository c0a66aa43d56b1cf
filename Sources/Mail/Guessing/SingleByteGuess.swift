/// Tells charsets of one octet a character by the letters they make: in the right one nearly all belong to one language
/// and stand where letters stand.
struct SingleByteGuess {
    let charset: Charset
    /// What an octet beyond ASCII is worth in the mean: 1 for a common letter in its place, below 0 for nonsense.
    let score: Double

    /// Nothing else reads so well by chance.
    static let sureScore = 0.72
    /// Better than windows-1252, when no other charset fits.
    static let fairScore = 0.55

    /// The best reading; nil when there are too few octets to tell, or when windows-1252 reads as well.
    static func best(for bytes: UnsafeBufferPointer<UInt8>) -> SingleByteGuess? {
        let count = bytes.lazy.filter { $0 >= 0x80 }.prefix(Limits.guessManyLetters).count
        guard count >= Limits.guessLetters else { return nil }
        var best: (candidate: Candidate, score: Double)?
        var rival = -1.0
        var western = -1.0
        let places = places(in: bytes)
        for candidate in Candidate.all {
            if candidate.letters > count { continue }
            let score = candidate.score(of: places)
            if candidate.isWestern {
                western = max(western, score)
            } else if score > best?.score ?? -1 {
                if let best, best.candidate.isRival(of: candidate) { rival = max(rival, best.score) }
                best = (candidate, score)
            } else if let best, best.candidate.isRival(of: candidate) {
                rival = max(rival, score)
            }
        }
        let margin = count >= Limits.guessManyLetters ? 0.04 : count >= Limits.guessSomeLetters ? 0.1 : 0.5
        guard let best, best.score > western + margin else {
            return western >= sureScore ? SingleByteGuess(charset: .windows1252, score: western) : nil
        }
        // A few letters may be words of two scripts.
        let isAlone = best.candidate.isLatin || count >= Limits.guessManyLetters || best.score > rival + 0.1
        return isAlone ? SingleByteGuess(charset: best.candidate.charset, score: best.score) : nil
    }

    /// An octet beyond ASCII and what stands around it; a space stands around the text.
    private struct Place {
        let previous: UInt8
        let byte: UInt8
        let next: UInt8
    }

    private static func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Place] {
        var places: [Place] = []
        for index in bytes.indices where bytes[index] >= 0x80 {
            let previous = index > 0 ? bytes[index - 1] : .space
            let next = index + 1 < bytes.count ? bytes[index + 1] : .space
            places.append(Place(previous: previous, byte: bytes[index], next: next))
        }
        return places
    }

    /// One charset read as one language.
    private struct Candidate {
        let charset: Charset
        let isWestern: Bool
        /// The number of the kind of each of the 256 octets in this reading.
        private let kinds: [Int]
        /// What a kind between two others is worth, at the place whose digits are their three numbers.
        private let values: [Double]
        let isLatin: Bool
        let language: Int
        /// So many letters are needed before this reading is thought of.
        let letters: Int

        static let all: [Candidate] = LanguageProfile.all.enumerated().flatMap { language, profile in
            profile.charsets.compactMap { Candidate(label: $0, profile, language: language) }
        }

        private init?(label: String, _ profile: LanguageProfile, language: Int) {
            let found = Array(label.utf8).withUnsafeBufferPointer { Charset.labelled($0) }
            let upper = (UInt8(0x80)...0xFF).map { $0 }
            guard let found,
                let text = upper.withUnsafeBufferPointer({ SingleByteText.decode($0, as: found)?.text })
            else { return nil }
            charset = found
            isWestern = found == .windows1252
            isLatin = profile.isLatin
            self.language = language
            // Standards that hardly any mail program ever used need more than a few letters.
            let isRare = ["iso-8859-5", "iso-8859-6", "iso-8859-8", "ibm866", "koi8-u"].contains(found.name)
            letters =
                isRare ? Limits.guessManyLetters : isLatin ? Limits.guessLetters : Limits.guessSomeLetters
            let ascii = (UInt8(0)..<0x80).map { LetterKind(ascii: $0) }
            kinds = (ascii + text.unicodeScalars.map { profile.kind(of: $0) }).map { Int($0.rawValue) }
            values = profile.isLatin ? Self.latinValues : Self.otherValues
            guard kinds.count == 256 else { return nil }
        }

        /// Another language in another charset makes another text.
        func isRival(of other: Candidate) -> Bool { language != other.language && charset != other.charset }

        func score(of places: [Place]) -> Double {
            var total = 0.0
            for place in places {
                let around = kinds[Int(place.previous)] * 100 + kinds[Int(place.next)]
                total += values[around + kinds[Int(place.byte)] * 10]
            }
            return places.isEmpty ? -1 : total / Double(places.count)
        }

        private static let latinValues = allValues(isLatin: true)
        private static let otherValues = allValues(isLatin: false)

        /// There are ten kinds.
        private static func allValues(isLatin: Bool) -> [Double] {
            let kinds = LetterKind.allCases
            return kinds.flatMap { previous in
                kinds.flatMap { kind in
                    kinds.map { value(of: kind, after: previous, before: $0, isLatin: isLatin) }
                }
            }
        }

        private static func value(
            of kind: LetterKind, after previous: LetterKind, before next: LetterKind, isLatin: Bool
        ) -> Double {
            switch kind {
            case .common, .rare, .capital, .commonCapital: break
            case .mark:
                // Punctuation does not stand inside a word.
                return previous.isLetter && next.isLetter ? -1 : 0.5
            case .apostrophe: return 0.5
            default: return -1.5
            }
            if kind.isCapital, previous == .common || previous == .rare || previous == .asciiSmall { return -1 }
            let touchesASCII = previous.isASCIILetter || next.isASCIILetter
            if isLatin {
                // Words of nothing but accented letters are another script in disguise.
                if !touchesASCII, previous.isLetter || next.isLetter { return -0.5 }
            } else if touchesASCII {
                return -1
            } else if !previous.isLetter, !next.isLetter {
                // A no-break space of another charset looks like a letter that stands alone.
                return 0.2
            }
            switch kind {
            case .common: return 1
            case .commonCapital: return previous.isLetter ? 0.75 : 0.9
            case .capital: return previous.isLetter ? 0.15 : 0.6
            default: return isLatin ? 0.6 : 0.2
            }
        }
    }
}
