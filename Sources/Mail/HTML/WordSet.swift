/// The different words of a text, to tell whether two texts say the same. Addresses of the web do not count: the plain
/// and the HTML form of one mail name them differently.
///
/// Works on octets and keeps hashes of words, because this is done for every mail that has two forms. A collision
/// would only hide a remark.
struct WordSet {
    private(set) var hashes: Set<UInt64> = []

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count, hashes.count < Limits.comparedWords {
                while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
                var end = start
                while end < bytes.count, bytes[end] > 0x20 { end += 1 }
                take(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                start = end
            }
        }
    }

    var count: Int { hashes.count }

    /// Whether two texts differ in substance: less than half of the shorter one is in the other, or one of them goes on
    /// for long about something the other leaves out.
    func differsInSubstance(from other: WordSet) -> Bool {
        let (few, many) = count < other.count ? (self, other) : (other, self)
        let common = few.hashes.reduce(0) { $0 + (many.hashes.contains($1) ? 1 : 0) }
        if common * 2 < few.count { return true }
        return [count, other.count].contains { total in
            total - common > Limits.differingWords && (total - common) * 2 > total
        }
    }

    /// What stands between two blanks: one word, or several with punctuation between them.
    private mutating func take(_ chunk: UnsafeBufferPointer<UInt8>) {
        guard chunk.count <= Limits.comparedWordOctets, !Self.holdsScheme(chunk) else { return }
        var hash = Self.seed
        var isInWord = false
        var index = 0
        while index < chunk.count {
            let byte = chunk[index]
            let length = min(Self.length(of: byte), chunk.count - index)
            let character = chunk[index..<(index + length)]
            let kind = Self.kind(of: character)
            if kind == .letter {
                for octet in character { hash = Self.mix(hash, octet.lowered) }
                isInWord = true
            } else {
                if isInWord { hashes.insert(hash) }
                if kind == .word { hashes.insert(character.reduce(Self.seed) { Self.mix($0, $1) }) }
                hash = Self.seed
                isInWord = false
            }
            index += length
        }
        if isInWord { hashes.insert(hash) }
    }

    private enum Kind { case letter, word, separator }

    /// Letters and digits of ASCII; beyond it everything but the blocks of punctuation. Scripts written without spaces
    /// (Thai, Lao, kana, Han) make each character a word.
    private static func kind(of character: Slice<UnsafeBufferPointer<UInt8>>) -> Kind {
        guard let first = character.first else { return .separator }
        if first < 0x80 { return first.isLetter || first.isDigit ? .letter : .separator }
        let second = character.dropFirst().first ?? 0
        switch (first, second) {
        case (0xC2, _): return .separator
        case (0xE2, 0x80...0xAF): return .separator
        case (0xE3, 0x80): return .separator
        case (0xEF, 0xBC), (0xEF, 0xBD): return .separator
        case (0xE0, 0xB8...0xBB), (0xE3, 0x81...0x83), (0xE3...0xE9, _), (0xF0, 0xA0...0xBF): return .word
        default: return .letter
        }
    }

    private static func length(of first: UInt8) -> Int {
        switch first {
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xFF: 4
        default: 1
        }
    }

    private static func holdsScheme(_ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
        guard chunk.count > 3 else { return false }
        for index in 0..<(chunk.count - 2)
        where chunk[index] == .colon && chunk[index + 1] == .slash && chunk[index + 2] == .slash {
            return true
        }
        return false
    }

    /// FNV-1a, 64 bits.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mix(_ hash: UInt64, _ octet: UInt8) -> UInt64 {
        (hash ^ UInt64(octet)) &* 0x100_0000_01B3
    }
}
