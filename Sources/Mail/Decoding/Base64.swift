/// Base64 as mail carries it (RFC 2045 §6.8): everything outside the alphabet is skipped, missing padding is accepted.
///
/// Four octets at a time go through four tables, one look-up each; anything else drops to the octet loop for one group.
enum Base64 {
    /// What padding in the middle means.
    enum Padding {
        /// A body ends at its padding: decoders that differ here are how filters are evaded (RFC 7103 §8.2).
        case ends
        /// Padding is noise: encoded words are often several encodings in a row.
        case skipped
    }

    /// The decoded octets; `isClean` is false when octets outside the alphabet and white space were skipped, or the
    /// last group held a single letter.
    static func decode(
        _ source: UnsafeBufferPointer<UInt8>, padding: Padding = .ends
    ) -> (bytes: [UInt8], isClean: Bool) {
        var isClean = true
        let bytes = [UInt8](unsafeUninitializedCapacity: source.count / 4 * 3 + 3) { target, written in
            (written, isClean) = decode(source, into: target, padding: padding)
        }
        return (bytes, isClean)
    }

    private static func decode(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>, padding: Padding
    ) -> (Int, Bool) {
        guard let input = source.baseAddress, let output = target.baseAddress else { return (0, true) }
        let count = source.count
        return tables.withUnsafeBufferPointer { tables in
            guard let table = tables.baseAddress else { return (0, true) }
            var group = Group()
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
                        output[next] = UInt8(truncatingIfNeeded: word &>> 16)
                        output[next &+ 1] = UInt8(truncatingIfNeeded: word &>> 8)
                        output[next &+ 2] = UInt8(truncatingIfNeeded: word)
                        position &+= 4
                        next &+= 3
                    }
                }
                if position >= count { break }
                let byte = input[position]
                position &+= 1
                let value = table[768 &+ Int(byte)]
                if value < 64 {
                    if group.take(value) {
                        output[next] = UInt8(truncatingIfNeeded: group.word &>> 16)
                        output[next &+ 1] = UInt8(truncatingIfNeeded: group.word &>> 8)
                        output[next &+ 2] = UInt8(truncatingIfNeeded: group.word)
                        next &+= 3
                        group = Group(isClean: group.isClean)
                    }
                } else if byte == .equals {
                    if padding == .ends && group.count > 1 { break }
                } else if !byte.isBlank {
                    group.isClean = false
                }
            }
            if group.count > 1 {
                let word = group.word << (UInt32(4 - group.count) * 6)
                output[next] = UInt8(truncatingIfNeeded: word &>> 16)
                next &+= 1
                if group.count > 2 {
                    output[next] = UInt8(truncatingIfNeeded: word &>> 8)
                    next &+= 1
                }
            }
            return (next, group.isClean && group.count != 1)
        }
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

    /// The encoded form, on one line.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            out.append(alphabet[Int(bytes[index] >> 2)])
            out.append(alphabet[Int((bytes[index] & 3) << 4 | second >> 4)])
            out.append(index + 1 < bytes.count ? alphabet[Int((second & 15) << 2 | third >> 6)] : .equals)
            out.append(index + 2 < bytes.count ? alphabet[Int(third & 63)] : .equals)
            index += 3
        }
        return out
    }
}
