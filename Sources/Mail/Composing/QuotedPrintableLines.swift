/// Text as quoted-printable lines of at most 76 characters (RFC 2045 §6.7).
///
/// Beyond what the RFC requires, a line never starts with a dot (so nothing in a body can end an SMTP DATA, whatever a
/// server takes for a line end) and never with `From ` (which mbox writers mangle, and with it a DKIM signature).
enum QuotedPrintableLines {
    /// Appends a text whose line ends are LF; the last line is always ended.
    static func append(_ text: [UInt8], to output: inout [UInt8]) {
        output.reserveCapacity(output.count + text.count + text.count / 8)
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            appendLine(text[start..<end], to: &output)
            start = end + 1
        }
    }

    private static func appendLine(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var column = 0
        for index in line.indices {
            let byte = line[index]
            let isLast = index + 1 == line.endIndex
            let isPlain = staysPlain(byte, isLast: isLast, startsLine: column == 0, rest: line[index...])
            // One column stays free for the `=` of a soft line break, unless this is the end of the line.
            let width = isPlain ? 1 : 3
            if column + width > Limits.composedLineLength - (isLast ? 0 : 1) {
                output.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
                column = 0
                // At the start of the continued line a byte may need encoding that did not need it before.
                let stillPlain = staysPlain(byte, isLast: isLast, startsLine: true, rest: line[index...])
                column += write(byte, plain: stillPlain, to: &output)
            } else {
                column += write(byte, plain: isPlain, to: &output)
            }
        }
        output.append(0x0D)
        output.append(0x0A)
    }

    private static func staysPlain(_ byte: UInt8, isLast: Bool, startsLine: Bool, rest: ArraySlice<UInt8>) -> Bool {
        switch byte {
        case UInt8(ascii: "="): return false
        case UInt8(ascii: " "), 0x09: return !isLast
        case UInt8(ascii: "."): return !startsLine
        case UInt8(ascii: "F"): return !(startsLine && rest.starts(with: "From ".utf8))
        default: return byte > 0x20 && byte < 0x7F
        }
    }

    private static func write(_ byte: UInt8, plain: Bool, to output: inout [UInt8]) -> Int {
        if plain {
            output.append(byte)
            return 1
        }
        output.append(UInt8(ascii: "="))
        output.append(HexDigits.digit(byte >> 4))
        output.append(HexDigits.digit(byte))
        return 3
    }
}
