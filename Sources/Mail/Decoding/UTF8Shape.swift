/// Tells damaged UTF-8 from text in another charset.
enum UTF8Shape {
    /// Whether octets that are not UTF-8 hold at least as many characters beyond ASCII, cut ones included, as octets
    /// that fit nowhere. A character cut off by the end counts as neither.
    static func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var characters = 0
        var strays = 0
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte < 0x80 { continue }
            let length = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : 0
            var followers = 0
            while followers < length, position + followers < bytes.count, bytes[position + followers] & 0xC0 == 0x80 {
                followers += 1
            }
            if followers > 0 {
                characters += 1
                position += followers
            } else if length == 0 || position < bytes.count {
                strays += 1
            }
        }
        return characters >= strays
    }
}
