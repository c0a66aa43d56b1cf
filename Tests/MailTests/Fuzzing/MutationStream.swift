/// The same mutations of the same inputs on every machine: a small generator with a fixed seed.
struct MutationStream {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// What breaks parsers when it stands in the wrong place.
    private static let marks = [
        "\r\n", "\n", "\r", "--", "=?", "?=", "=?utf-8?B?", "\"", "(", ")", "<", ">", ";", "=", "*0*=", "''", "%", "\0",
        "\u{FFFD}", ":", ",", "@", "\\", "\n\n--a\n", "begin 644 x\n", "=ybegin line=128 size=9 name=x\n", "<!--", "</",
        "&#x", "<script>", "\u{1B}$B", "[", "]", "{", "}", "GMT", "+2500", "99999999999999999999",
    ].map { Array($0.utf8) }

    mutating func mutated(_ input: [UInt8], with other: [UInt8]) -> [UInt8] {
        var bytes = input
        for _ in 0...below(6) { change(&bytes, other) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
        let place = below(bytes.count + 1)
        switch below(6) {
        case 0 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: next())
        case 1: bytes.insert(contentsOf: Self.marks[below(Self.marks.count)], at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + below(40)))
        case 3: bytes.removeLast(min(bytes.count, below(60)))
        case 4:
            let start = below(bytes.count + 1)
            bytes.insert(contentsOf: Array(bytes[start..<min(bytes.count, start + 80)]), at: place)
        default:
            let start = below(other.count + 1)
            bytes.insert(contentsOf: other[start..<min(other.count, start + 80)], at: place)
        }
    }

    private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    private mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
