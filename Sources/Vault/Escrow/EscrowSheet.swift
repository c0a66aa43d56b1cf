/// The root secret on paper: 24 words of BIP-39, whose last eight bits are a checksum, and a check to compare.
///
/// Whoever holds the sheet holds everything, so it lives no longer than it is printed and says nothing in a log.
/// Reading forgives case, blanks and words cut after their fourth letter; it forgives no wrong word.
package struct EscrowSheet: Sendable {
    package static let wordCount = 24

    /// In the order they are written.
    package let words: [String]
    /// Eight hexadecimal digits for comparing two sheets, or a sheet and a key file. It betrays nothing.
    package let check: String

    /// Refuses a root that has not 32 bytes.
    package init?(root: SecretBytes) {
        guard root.count == AESGCM.keyBytes else { return nil }
        words = root.withUnsafeBytes { Self.words(of: $0) }
        check = Self.check(of: root)
    }

    /// The root these words stand for; nil when one is no word of the list or the checksum does not fit.
    package static func parse(_ words: [String]) -> SecretBytes? {
        guard words.count == wordCount else { return nil }
        var numbers: [UInt16] = []
        for word in words {
            guard let number = number(of: word) else { return nil }
            numbers.append(number)
        }
        var checksum: UInt8 = 0
        let root = SecretBytes(count: AESGCM.keyBytes) { checksum = unpack(numbers, into: $0) }
        return root.withUnsafeBytes { Self.checksum(of: $0) } == checksum ? root : nil
    }

    package static func parse(_ text: String) -> SecretBytes? {
        parse(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// The first position, from 1, whose word is not on the list, for telling where to look again.
    package static func firstUnknownWord(in words: [String]) -> Int? {
        words.firstIndex { number(of: $0) == nil }.map { $0 + 1 }
    }

    /// The word at a position counted from 1, as it is printed.
    package func word(at position: Int) -> String? {
        words.indices.contains(position - 1) ? words[position - 1] : nil
    }

    /// Two different positions, by chance, whose words the operator types again before the sheet counts as kept.
    package static func positionsToRetype() throws(VaultFailure) -> (first: Int, second: Int) {
        let chance = try Randomness.bytes(2)
        let first = Int(chance[0]) % wordCount
        let second = (first + 1 + Int(chance[1]) % (wordCount - 1)) % wordCount
        return (min(first, second) + 1, max(first, second) + 1)
    }

    /// Whether this is what stands at that position.
    package func confirms(_ typed: String, at position: Int) -> Bool {
        guard let word = word(at: position), let number = Self.number(of: typed) else { return false }
        return EscrowWords.all[Int(number)] == word
    }

    private static func words(of root: UnsafeRawBufferPointer) -> [String] {
        var words: [String] = []
        var accumulator: UInt32 = 0
        var held: UInt32 = 0
        func feed(_ byte: UInt8) {
            accumulator = (accumulator << 8 | UInt32(byte)) & 0x7_FFFF
            held += 8
            guard held >= 11 else { return }
            held -= 11
            words.append(EscrowWords.all[Int(accumulator >> held & 2047)])
        }
        for byte in root { feed(byte) }
        feed(checksum(of: root))
        return words
    }

    /// 24 × 11 bits into 32 bytes; answers the eight bits that are left.
    private static func unpack(_ numbers: [UInt16], into root: UnsafeMutableRawBufferPointer) -> UInt8 {
        var accumulator: UInt32 = 0
        var held: UInt32 = 0
        var end = 0
        for number in numbers {
            accumulator = (accumulator << 11 | UInt32(number)) & 0x7_FFFF
            held += 11
            while held >= 8, end < root.count {
                held -= 8
                root[end] = UInt8(truncatingIfNeeded: accumulator >> held)
                end += 1
            }
        }
        return UInt8(truncatingIfNeeded: accumulator)
    }

    private static func checksum(of root: UnsafeRawBufferPointer) -> UInt8 {
        Digest.sha256(root)[0]
    }

    private static func check(of root: SecretBytes) -> String {
        let mac = IncrementalMAC(key: root, label: "ticketd/escrow/check/v1\0").finish()
        return Hex.encode(mac.prefix(4))
    }

    private static func number(of word: String) -> UInt16? {
        let word = word.lowercased()
        guard let number = EscrowWords.numbers[String(word.prefix(4))] else { return nil }
        let full = EscrowWords.all[Int(number)]
        return full == word || word.utf8.count >= 4 && full.hasPrefix(word) ? number : nil
    }
}

extension EscrowSheet: CustomStringConvertible, CustomReflectable {
    package var description: String { "<escrow sheet>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
