/// Text in a header as RFC 2047 encoded-words.
///
/// Each word is at most 75 characters (RFC 2047 §2), holds whole characters (§5) and is UTF-8. Base64 is used where
/// most of the text is not ASCII, the Q form otherwise; the Q form uses only what a phrase allows (§5 rule 3), so that
/// one function serves subjects and names.
enum EncodedWord {
    /// Whether a text cannot stand in a header as it is: not ASCII, or something in it would read as an encoded-word.
    static func isNeeded(for text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte >= 0x7F || byte < 0x20 { return true }
            if previous == UInt8(ascii: "="), byte == UInt8(ascii: "?") { return true }
            previous = byte
        }
        return false
    }

    /// The words of a text, to be joined by folding white space; the first leaves room for what stands before it on its
    /// line, which may have 76 characters (RFC 2047 §2).
    static func words(of text: String, after column: Int) -> [[UInt8]] {
        let utf8Count = text.utf8.count
        let foreign = text.utf8.reduce(into: 0) { count, byte in if byte >= 0x80 { count += 1 } }
        let first = min(Limits.encodedWordLength, Limits.composedLineLength - column)
        return foreign * 2 > utf8Count ? base64Words(of: text, first) : quotedWords(of: text, first)
    }

    private static let base64Opening = Array("=?utf-8?B?".utf8)
    private static let quotedOpening = Array("=?utf-8?Q?".utf8)
    private static let closing = Array("?=".utf8)

    private static func base64Words(of text: String, _ first: Int) -> [[UInt8]] {
        // Base64 of n octets takes 4⌈n/3⌉ characters.
        let rooms = [first, Limits.encodedWordLength].map { length in
            (length - base64Opening.count - closing.count) / 4 * 3
        }
        return chunks(of: text, rooms: (rooms[0], rooms[1]), cost: { $0.count }).map { chunk in
            base64Opening + Base64Lines.encoded(chunk) + closing
        }
    }

    private static func quotedWords(of text: String, _ first: Int) -> [[UInt8]] {
        let rooms = [first, Limits.encodedWordLength].map { $0 - quotedOpening.count - closing.count }
        return chunks(of: text, rooms: (rooms[0], rooms[1]), cost: { quoted($0).count }).map { chunk in
            quotedOpening + quoted(chunk) + closing
        }
    }

    /// Splits a text into pieces that cost no more than there is room, between grapheme clusters where a cluster fits a
    /// word and between scalars where it does not (a cluster can be arbitrarily long).
    private static func chunks(
        of text: String, rooms: (first: Int, other: Int), cost: ([UInt8]) -> Int
    ) -> [[UInt8]] {
        var done: [[UInt8]] = []
        var current: [UInt8] = []
        var spent = 0
        func take(_ piece: [UInt8], _ price: Int) {
            if spent + price > (done.isEmpty ? rooms.first : rooms.other), !current.isEmpty {
                done.append(current)
                current = []
                spent = 0
            }
            current.append(contentsOf: piece)
            spent += price
        }
        for character in text {
            let piece = Array(character.utf8)
            let price = cost(piece)
            if price <= min(rooms.first, rooms.other) {
                take(piece, price)
            } else {
                for scalar in character.unicodeScalars {
                    let bytes = Array(String(scalar).utf8)
                    take(bytes, cost(bytes))
                }
            }
        }
        if !current.isEmpty { done.append(current) }
        return done
    }

    private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
        var encoded: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: " "):
                encoded.append(UInt8(ascii: "_"))
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "+"),
                UInt8(ascii: "-"), UInt8(ascii: "/"):
                encoded.append(byte)
            default:
                encoded.append(UInt8(ascii: "="))
                encoded.append(contentsOf: HexDigits.pair(byte))
            }
        }
        return encoded
    }
}
