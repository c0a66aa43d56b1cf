/// Finds the first of many phrases in a text in one pass over its bytes: a pair of bytes that begins no phrase, which
/// is nearly every pair, costs one look into a table.
struct PhraseIndex<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        let bytes: [UInt8]
        let meaning: Meaning
        /// Earlier phrases win, wherever they stand in the text.
        let rank: Int
    }

    private var begins = [Bool](repeating: false, count: 1 << 16)
    private var entries: [UInt16: [Entry]] = [:]

    /// Phrases of at least two bytes, the more important meaning first.
    init(_ phrases: [(meaning: Meaning, phrases: [String])]) {
        for (rank, group) in phrases.enumerated() {
            for phrase in group.phrases {
                let bytes = Array(phrase.utf8)
                guard bytes.count >= 2 else { continue }
                let key = Self.key(bytes[0], bytes[1])
                begins[Int(key)] = true
                entries[key, default: []].append(Entry(bytes: bytes, meaning: group.meaning, rank: rank))
            }
        }
    }

    func first(in text: [UInt8]) -> Meaning? {
        var best: Entry?
        guard text.count >= 2 else { return nil }
        for start in 0..<(text.count - 1) {
            let key = Self.key(text[start], text[start + 1])
            guard begins[Int(key)], let candidates = entries[key] else { continue }
            for candidate in candidates where candidate.rank < best?.rank ?? .max {
                guard candidate.bytes.count <= text.count - start else { continue }
                if text[start..<start + candidate.bytes.count].elementsEqual(candidate.bytes) { best = candidate }
            }
            if best?.rank == 0 { break }
        }
        return best?.meaning
    }

    private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(second) }
}
