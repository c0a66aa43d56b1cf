/// Comparisons on bytes that are protocol words.
enum ASCII {
    static func isEqual(_ bytes: some Collection<UInt8>, ignoringCase word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { word in
            bytes.elementsEqual(word) { upper($0) == upper($1) }
        }
    }

    @inline(__always)
    static func upper(_ byte: UInt8) -> UInt8 {
        (0x61...0x7A).contains(byte) ? byte & 0xDF : byte
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Digits only, nil when empty, too long or too large.
    static func number(_ bytes: some Collection<UInt8>) -> UInt64? {
        guard (1...19).contains(bytes.count) else { return nil }
        var value: UInt64 = 0
        for byte in bytes {
            guard isDigit(byte) else { return nil }
            value = value &* 10 &+ UInt64(byte &- 0x30)
        }
        return value
    }

    /// A 32-bit number as IMAP has it (RFC 3501 §9: unsigned).
    static func number32(_ bytes: some Collection<UInt8>) -> UInt32? {
        number(bytes).flatMap(UInt32.init(exactly:))
    }
}
