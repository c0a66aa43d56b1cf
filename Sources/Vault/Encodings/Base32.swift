/// RFC 4648 §6 Base32 without padding, written in lower case and read in either: 128 bits make 26 characters.
/// It is for names that must survive a mail local part, where case is not kept. Decoding refuses foreign characters,
/// impossible lengths and non-zero trailing bits, so that every value has exactly one spelling but for case.
package enum Base32 {
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        let alphabet: StaticString = "abcdefghijklmnopqrstuvwxyz234567"
        return String(unsafeUninitializedCapacity: (bytes.count * 8 + 4) / 5) { buffer in
            var end = 0
            var accumulator: UInt32 = 0
            var held: UInt32 = 0
            for byte in bytes {
                accumulator = (accumulator << 8 | UInt32(byte)) & 0xFFFF
                held += 8
                while held >= 5 {
                    held -= 5
                    buffer[end] = alphabet.utf8Start[Int(accumulator >> held & 31)]
                    end += 1
                }
            }
            if held > 0 {
                buffer[end] = alphabet.utf8Start[Int(accumulator << (5 - held) & 31)]
                end += 1
            }
            return end
        }
    }

    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var accumulator: UInt32 = 0
        var held: UInt32 = 0
        for character in text.utf8 {
            guard let value = value(of: character) else { return nil }
            accumulator = (accumulator << 5 | value) & 0xFFFF
            held += 5
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: accumulator >> held))
            }
        }
        // Five or more left-over bits mean a character that carries nothing; set ones mean a second spelling.
        guard held < 5, accumulator & ((1 << held) - 1) == 0 else { return nil }
        return bytes
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "2")...UInt8(ascii: "7"): UInt32(character - UInt8(ascii: "2")) + 26
        default: nil
        }
    }
}
