/// Upper-case hexadecimal, as quoted-printable (RFC 2045 §6.7) and percent-encoding (RFC 3986 §2.1) want it.
enum HexDigits {
    static func pair(_ byte: UInt8) -> [UInt8] {
        [digit(byte >> 4), digit(byte & 0x0F)]
    }

    static func digit(_ value: UInt8) -> UInt8 {
        let low = value & 0x0F
        return low < 10 ? UInt8(ascii: "0") &+ low : UInt8(ascii: "A") &+ (low &- 10)
    }
}
