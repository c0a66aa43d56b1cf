/// RFC 4648 §5 Base64 for URLs, without padding: 60 bytes make 80 characters.
/// Decoding refuses padding, foreign characters, impossible lengths and non-zero trailing bits: one spelling a value.
package enum Base64URL {
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        return String(unsafeUninitializedCapacity: (bytes.count * 4 + 2) / 3) { buffer in
            var end = 0
            var accumulator: UInt32 = 0
            var held: UInt32 = 0
            for byte in bytes {
                accumulator = (accumulator << 8 | UInt32(byte)) & 0xFFFF
                held += 8
                while held >= 6 {
                    held -= 6
                    buffer[end] = alphabet.utf8Start[Int(accumulator >> held & 63)]
                    end += 1
                }
            }
            if held > 0 {
                buffer[end] = alphabet.utf8Start[Int(accumulator << (6 - held) & 63)]
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
            accumulator = (accumulator << 6 | value) & 0xFFFF
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: accumulator >> held))
            }
        }
        // Six left-over bits are a lone character that carries no byte; set ones mean a second spelling.
        guard held < 6, accumulator & ((1 << held) - 1) == 0 else { return nil }
        return bytes
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
