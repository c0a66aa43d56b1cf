/// A character encoding as the WHATWG Encoding Standard knows it, reached through any of its labels, plus the few that
/// only mail still uses. Which bytes it means is decided here; turning them into text is `TextDecoder`'s.
struct Charset: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case utf8
        /// ASCII in name; what is beyond it is guessed.
        case ascii
        /// One octet a character: decoded by a table.
        case singleByte
        /// Several octets a character without states: decoded by iconv.
        case multiByte
        case iso2022jp
        /// Escape sequences or shifts: ASCII octets need not be ASCII text.
        case stateful
        case utf16
        case utf16BigEndian
        case utf16LittleEndian
        case utf32
    }

    /// The name shown to people and written into reports, lower case.
    let name: String
    let kind: Kind
    /// The name under which iconv knows it.
    let converter: String

    static let utf8 = Charset(name: "utf-8", kind: .utf8, converter: "UTF-8")
    static let ascii = Charset(name: "us-ascii", kind: .ascii, converter: "ASCII")
    static let windows1252 = Charset(name: "windows-1252", kind: .singleByte, converter: "CP1252")
    static let iso2022jp = Charset(name: "iso-2022-jp", kind: .iso2022jp, converter: "EUC-JP-MS")
    static let utf16 = Charset(name: "utf-16", kind: .utf16, converter: "UTF-16")

    /// The encoding a label stands for; `nil` when nobody knows it. Case, quotes and white space do not count.
    static func labelled(_ label: UnsafeBufferPointer<UInt8>) -> Charset? {
        switch label.count {
        case 5 where label.lowerEquals("utf-8"): return .utf8
        case 8 where label.lowerEquals("us-ascii"): return .ascii
        case 10 where label.lowerEquals("iso-8859-1"): return .windows1252
        default: break
        }
        var bytes: [UInt8] = []
        for byte in label.prefix(Limits.charsetOctets) {
            if byte == .quote || byte == .apostrophe || byte == .backslash || (byte.isBlank && bytes.isEmpty) {
                continue
            }
            if byte.isBlank || byte == .openParenthesis { break }
            bytes.append(byte == .underscore ? .dash : byte.lowered)
        }
        return CharsetLabels.byLabel[String(decoding: bytes, as: UTF8.self)]
    }
}
