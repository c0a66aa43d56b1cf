/// ISO/IEC 7816-4 padding: 0x80 and then zeros, always at least one byte, so that it can be taken off without a length.
enum Padding {
    /// Where the content ends; nil when there is no padding.
    static func end(of bytes: [UInt8]) -> Int? {
        guard let last = bytes.lastIndex(where: { $0 != 0 }), bytes[last] == 0x80 else { return nil }
        return last
    }
}
