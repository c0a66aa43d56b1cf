import Foundation

/// The one place where a header becomes bytes: typed values in; folded, 7-bit lines out, each ended by CRLF.
///
/// It refuses (never strips) a value that holds CR, LF, NUL or another control character, so that no value can start a
/// header of its own.
struct HeaderWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ field: ComposedHeader) throws(CompositionFailure) {
        switch field.value {
        case .text(let text): try appendFolded(field.name, Self.textPieces(text, in: field.name))
        case .mailbox(let mailbox): try appendFolded(field.name, Self.mailboxPieces(mailbox, in: field.name))
        case .mailboxes(let mailboxes):
            var pieces: [[UInt8]] = []
            for mailbox in mailboxes {
                if let last = pieces.indices.last { pieces[last].append(UInt8(ascii: ",")) }
                pieces += try Self.mailboxPieces(mailbox, in: field.name)
            }
            try appendFolded(field.name, pieces)
        case .identifiers(let ids): try appendFolded(field.name, ids.map { Array("<\($0.value)>".utf8) })
        case .date(let date):
            guard let text = DateText.of(date) else { throw .unsafeHeaderValue(header: field.name.rawValue) }
            try appendFolded(field.name, [Array(text.utf8)])
        case .pieces(let pieces): try appendFolded(field.name, pieces.map { Array($0.utf8) })
        case .links(let links):
            // RFC 2369 §2: folded between the URIs and nowhere else.
            let lines = links.enumerated().map { Array("<\($1)>\($0 + 1 < links.count ? "," : "")".utf8) }
            try appendFolded(field.name, lines, width: 0)
        }
    }

    mutating func append(_ fields: [ComposedHeader]) throws(CompositionFailure) {
        for field in fields { try append(field) }
    }

    /// Writes the pieces separated by one space, or by a fold where the line would pass `width`. The first piece stays
    /// on the line of the name: a line of white space alone is what filters take for the end of a header.
    private mutating func appendFolded(
        _ name: ComposedHeader.Name, _ pieces: [[UInt8]], width: Int = Limits.headerLineLength
    ) throws(CompositionFailure) {
        guard pieces.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }) else {
            throw .unsafeHeaderValue(header: name.rawValue)
        }
        bytes.append(contentsOf: name.rawValue.utf8)
        bytes.append(UInt8(ascii: ":"))
        var column = name.rawValue.utf8.count + 1
        for (index, piece) in pieces.enumerated() {
            if index > 0, column + 1 + piece.count > width {
                bytes.append(contentsOf: [0x0D, 0x0A])
                column = 0
            }
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: piece)
            column += 1 + piece.count
            guard column <= Limits.hardLineLength else { throw .unsafeHeaderValue(header: name.rawValue) }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private static func refuseControls(_ text: String, in name: ComposedHeader.Name) throws(CompositionFailure) {
        if text.unicodeScalars.contains(where: InvisibleCharacters.isControl) {
            throw .unsafeHeaderValue(header: name.rawValue)
        }
    }

    private static func textPieces(_ text: String, in name: ComposedHeader.Name) throws(CompositionFailure) -> [[UInt8]]
    {
        try refuseControls(text, in: name)
        let words = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        // White space survives folding only as single spaces between words, so anything else travels encoded.
        let foldsCleanly = words.allSatisfy { !$0.isEmpty && $0.count < Limits.encodedWordLength }
        if text.isEmpty { return [] }
        if foldsCleanly, !EncodedWord.isNeeded(for: text) { return words.map { Array($0) } }
        return EncodedWord.words(of: text, after: name.rawValue.utf8.count + 2)
    }

    private static func mailboxPieces(
        _ mailbox: Composition.Mailbox, in name: ComposedHeader.Name
    ) throws(CompositionFailure) -> [[UInt8]] {
        guard let address = mailbox.address.asciiText else { throw .addressNotASCII }
        guard let given = mailbox.name else { return [Array(address.utf8)] }
        try refuseControls(given, in: name)
        let visible = InvisibleCharacters.removed(from: given)
            .split(separator: " ").joined(separator: " ")
        let display = String(String.UnicodeScalarView(visible.unicodeScalars.prefix(Limits.displayNameScalars)))
        guard !display.isEmpty else { return [Array(address.utf8)] }
        let bracketed = Array("<\(address)>".utf8)
        if EncodedWord.isNeeded(for: display) {
            return EncodedWord.words(of: display, after: name.rawValue.utf8.count + 2) + [bracketed]
        }
        return [quotedString(display), bracketed]
    }

    /// RFC 5322 §3.2.4.
    static func quotedString(_ text: String) -> [UInt8] {
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { quoted.append(UInt8(ascii: "\\")) }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return quoted
    }
}

extension EmailAddress {
    /// The address as 7-bit text; the domain becomes its A-label (RFC 5891 §4.4), a local part cannot.
    fileprivate var asciiText: String? {
        if isASCII { return text }
        guard localPart.utf8.allSatisfy({ $0 < 0x80 }), let mapped = EmailAddress(normalized), mapped.isASCII else {
            return nil
        }
        return "\(localPart)@\(mapped.domain)"
    }
}
