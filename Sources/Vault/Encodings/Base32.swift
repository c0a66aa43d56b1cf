/// RFC 4648 §6 Base32 without padding, written in lower case and read in either: 128 bits make 26 characters.
/// It is for names that must survive a mail local part, where case is not kept. Every value has exactly one spelling
/// but for case.
package enum Base32 {
    private static let text = BitText(bits: 5, alphabet: "abcdefghijklmnopqrstuvwxyz234567") { character in
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "2")...UInt8(ascii: "7"): UInt32(character - UInt8(ascii: "2")) + 26
        default: nil
        }
    }

    package static func encode(_ bytes: some Collection<UInt8>) -> String { text.encode(bytes) }

    /// nil for what ``encode(_:)`` would not write.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? { self.text.decode(text) }
}
