/// `application/x-www-form-urlencoded` (RFC 6749 Appendix B): everything but letters, digits and `-._~` is escaped.
package enum FormText {
    package static func pair(_ name: String, _ value: String) -> String { "\(escaped(name))=\(escaped(value))" }

    package static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
