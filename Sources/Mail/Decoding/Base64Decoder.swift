/// Decodes base64 piece by piece, keeping the letters of an unfinished group from one piece to the next.
///
/// Four octets at a time go through four tables, one look-up each; anything else drops to the octet loop for one group.
struct Base64Decoder {
    /// What padding in the middle means.
    enum Padding {
        /// A body ends at its padding: decoders that differ here are how filters are evaded (RFC 7103 §8.2).
        case ends
        /// Padding is noise: encoded words are often several encodings in a row.
        case skipped
    }

    private let padding: Padding
    private var group = Group()
    private var hasEnded = false

    init(padding: Padding) {
        self.padding = padding
    }

    /// False when octets outside the alphabet and white space were skipped, or the last group held a single letter.
    var isClean: Bool { group.isClean && group.count != 1 }

    /// Octets that decoding `count` octets, and finishing, can need; letters kept from before included.
    static func room(for count: Int) -> Int { count / 4 * 3 + 3 }

    /// Decodes `source` into `target`, which has the room for it, and returns how many octets were written.
    mutating func decode(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        guard !hasEnded, let input = source.baseAddress, let output = target.baseAddress else { return 0 }
        precondition(target.count >= Self.room(for: source.count), "decoding must not write past its target")
        let count = source.count
        Steps.add(count)
        return Self.tables.withUnsafeBufferPointer { tables in
            guard let table = tables.baseAddress else { return 0 }
            var group = group
            var position = 0
            var next = 0
            while true {
                if group.count == 0 {
                    // Every table entry outside the alphabet sets the top octet.
                    while position &+ 4 <= count {
                        let word =
                            table[Int(input[position])] | table[256 &+ Int(input[position &+ 1])]
                            | table[512 &+ Int(input[position &+ 2])] | table[768 &+ Int(input[position &+ 3])]
                        if word >= 0x0100_0000 { break }
                        Self.write(word, to: output, at: &next)
                        position &+= 4
                    }
                }
                if position >= count { break }
                let byte = input[position]
                position &+= 1
                let value = table[768 &+ Int(byte)]
                if value < 64 {
                    if group.take(value) {
                        Self.write(group.word, to: output, at: &next)
                        group = Group(isClean: group.isClean)
                    }
                } else if byte == .equals {
                    if padding == .ends && group.count > 1 {
                        hasEnded = true
                        break
                    }
                } else if !byte.isBlank {
                    group.isClean = false
                }
            }
            self.group = group
            return next
        }
    }

    /// Writes what the last, unfinished group holds: two octets at most.
    mutating func finish(into target: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard group.count > 1 else { return 0 }
        let word = group.word << (UInt32(4 - group.count) * 6)
        target[0] = UInt8(truncatingIfNeeded: word &>> 16)
        guard group.count > 2 else { return 1 }
        target[1] = UInt8(truncatingIfNeeded: word &>> 8)
        return 2
    }

    @inline(__always)
    private static func write(_ word: UInt32, to output: UnsafeMutablePointer<UInt8>, at next: inout Int) {
        output[next] = UInt8(truncatingIfNeeded: word &>> 16)
        output[next &+ 1] = UInt8(truncatingIfNeeded: word &>> 8)
        output[next &+ 2] = UInt8(truncatingIfNeeded: word)
        next &+= 3
    }

    /// The letters of an unfinished group of four.
    private struct Group {
        var word: UInt32 = 0
        var count = 0
        var isClean = true

        /// Adds one letter and says whether the group is full.
        mutating func take(_ value: UInt32) -> Bool {
            word = word << 6 | value
            count += 1
            return count == 4
        }
    }

    /// Four tables of 256: the value of a letter at each of the four places of a group.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0x0100_0000, count: 1024)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        for (value, letter) in alphabet.enumerated() {
            for place in 0..<4 {
                tables[place * 256 + Int(letter)] = UInt32(value) << UInt32((3 - place) * 6)
            }
        }
        return tables
    }()
}
