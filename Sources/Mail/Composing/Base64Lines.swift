/// Base64 with padding (RFC 4648 §4), whole or in lines of 76 ended by CRLF (RFC 2045 §6.8).
enum Base64Lines {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity((bytes.count + 2) / 3 * 4)
        append(bytes[...], to: &output)
        return output
    }

    /// Appends the encoding in lines; nothing for no bytes, otherwise the last line is ended too.
    static func appendLines(of bytes: [UInt8], to output: inout [UInt8]) {
        output.reserveCapacity(output.count + bytes.count / 57 * 78 + 80)
        var start = 0
        while start < bytes.count {
            let end = min(start + Limits.composedLineLength / 4 * 3, bytes.count)
            append(bytes[start..<end], to: &output)
            output.append(0x0D)
            output.append(0x0A)
            start = end
        }
    }

    private static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var index = bytes.startIndex
        while bytes.endIndex - index >= 3 {
            let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
            for shift in [18, 12, 6, 0] as [UInt32] { output.append(alphabet[Int(group >> shift & 0x3F)]) }
            index += 3
        }
        let rest = bytes.endIndex - index
        guard rest > 0 else { return }
        let group = UInt32(bytes[index]) << 16 | (rest == 2 ? UInt32(bytes[index + 1]) << 8 : 0)
        output.append(alphabet[Int(group >> 18 & 0x3F)])
        output.append(alphabet[Int(group >> 12 & 0x3F)])
        output.append(rest == 2 ? alphabet[Int(group >> 6 & 0x3F)] : UInt8(ascii: "="))
        output.append(UInt8(ascii: "="))
    }
}
