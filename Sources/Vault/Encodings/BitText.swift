/// Bytes as characters of so many bits each, without padding (RFC 4648): what Base32 and Base64 have in common.
/// Decoding refuses foreign characters, impossible lengths and non-zero trailing bits.
struct BitText {
    /// Bits of one character: 5 or 6.
    let bits: UInt32
    /// As many ASCII characters as `bits` can count.
    let alphabet: StaticString
    /// What a character stands for; nil for a foreign one.
    let value: @Sendable (UInt8) -> UInt32?

    func encode(_ bytes: some Collection<UInt8>) -> String {
        let (bits, mask) = (self.bits, UInt32(1) << self.bits - 1)
        return String(unsafeUninitializedCapacity: (bytes.count * 8 + Int(bits) - 1) / Int(bits)) { buffer in
            var end = 0
            var accumulator: UInt32 = 0
            var held: UInt32 = 0
            for byte in bytes {
                accumulator = (accumulator << 8 | UInt32(byte)) & 0xFFFF
                held += 8
                while held >= bits {
                    held -= bits
                    buffer[end] = alphabet.utf8Start[Int(accumulator >> held & mask)]
                    end += 1
                }
            }
            if held > 0 {
                buffer[end] = alphabet.utf8Start[Int(accumulator << (bits - held) & mask)]
                end += 1
            }
            return end
        }
    }

    func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var accumulator: UInt32 = 0
        var held: UInt32 = 0
        for character in text.utf8 {
            guard let value = value(character) else { return nil }
            accumulator = (accumulator << bits | value) & 0xFFFF
            held += bits
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: accumulator >> held))
            }
        }
        // A character's worth of left-over bits is one that carries nothing; set ones mean a second spelling.
        guard held < bits, accumulator & ((1 << held) - 1) == 0 else { return nil }
        return bytes
    }
}
