/// A folder name as it goes over the wire: modified UTF-7 (RFC 3501 §5.1.3) in quotes. Folder names come from the
/// configuration and could carry commands; this type cannot hold a line end, and everything else is quoted.
struct FolderName: Sendable, Equatable {
    let name: String
    /// With its quotes, ASCII.
    let quoted: String

    /// Nil when empty, too long, or with a control character.
    init?(_ name: String) {
        guard (1...Limits.folderBytes).contains(name.utf8.count),
            name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        else { return nil }
        self.name = name
        quoted = "\"\(Self.modifiedUTF7(name))\""
    }

    private static func modifiedUTF7(_ name: String) -> String {
        var text = ""
        var shifted: [UInt16] = []
        for unit in name.utf16 {
            guard (0x20...0x7E).contains(unit) else {
                shifted.append(unit)
                continue
            }
            flush(&shifted, into: &text)
            switch unit {
            case 0x26: text += "&-"
            case 0x22: text += "\\\""
            case 0x5C: text += "\\\\"
            default: text.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: unit)))
            }
        }
        flush(&shifted, into: &text)
        return text
    }

    /// Base64 of UTF-16BE without padding and with `,` for `/`.
    private static func flush(_ units: inout [UInt16], into text: inout String) {
        guard !units.isEmpty else { return }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,".unicodeScalars)
        var bits: UInt32 = 0
        var held = 0
        text += "&"
        for unit in units {
            bits = bits << 16 | UInt32(unit)
            held += 16
            while held >= 6 {
                held -= 6
                text.unicodeScalars.append(alphabet[Int(bits >> UInt32(held) & 0x3F)])
            }
            bits &= 0x3F
        }
        if held > 0 { text.unicodeScalars.append(alphabet[Int(bits << UInt32(6 - held) & 0x3F)]) }
        text += "-"
        units = []
    }
}
