/// RFC 4648 §5 Base64 for URLs, without padding: 60 bytes make 80 characters. Every value has exactly one spelling.
package enum Base64URL {
    private static let text = BitText(
        bits: 6, alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    ) { character in
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }

    package static func encode(_ bytes: some Collection<UInt8>) -> String { text.encode(bytes) }

    /// nil for what ``encode(_:)`` would not write.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? { self.text.decode(text) }
}
