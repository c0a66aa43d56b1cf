/// Walks along the values of a BER encoding (X.690 §8.1), definite and indefinite lengths, as S/MIME software writes
/// both. It compares tags and counts octets, and interprets nothing. Nested values without a length are passed over to
/// a bounded depth.
struct BERReader {
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    /// Reads a part of the octets, or all.
    init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
        self.bytes = bytes
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    /// The content of the next value, which must have this tag.
    mutating func next(_ tag: UInt8) -> Range<Int>? {
        guard position < end, bytes[position] == tag else { return nil }
        return skip(depth: 0)
    }

    /// An octet string: one primitive, or pieces of one (X.690 §8.7.3).
    mutating func octetString() -> [UInt8]? {
        guard position < end else { return nil }
        if let whole = next(0x04) { return Array(bytes[whole]) }
        guard let pieces = next(0x24) else { return nil }
        var inner = BERReader(bytes, pieces)
        var octets: [UInt8] = []
        while let piece = inner.next(0x04) { octets += bytes[piece] }
        return octets
    }

    /// Moves behind the next value and gives the range of its content; nil when it does not fit.
    private mutating func skip(depth: Int) -> Range<Int>? {
        guard depth < Limits.berDepth, position + 1 < end else { return nil }
        // Tags of more than one octet do not occur in what is read here.
        if bytes[position] & 0x1F == 0x1F { return nil }
        let first = bytes[position + 1]
        position += 2
        if first == 0x80 { return skipIndefinite(depth: depth) }
        var length = Int(first)
        if first > 0x80 {
            let count = Int(first & 0x7F)
            guard count <= 4, count <= end - position else { return nil }
            length = bytes[position..<(position + count)].reduce(0) { $0 << 8 | Int($1) }
            position += count
        }
        guard length <= end - position else { return nil }
        position += length
        return (position - length)..<position
    }

    /// X.690 §8.1.3.6: values up to two zero octets. A text cut off before them ends where it ends.
    private mutating func skipIndefinite(depth: Int) -> Range<Int>? {
        let start = position
        while position < end {
            if bytes[position] == 0 {
                let range = start..<position
                position = min(position + 2, end)
                return range
            }
            guard skip(depth: depth + 1) != nil else { return nil }
        }
        return start..<position
    }
}
