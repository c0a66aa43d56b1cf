/// The independent reading of a finished mail before it leaves: does it carry the way out, everywhere it has to?
///
/// It knows nothing of how the mail was composed and reads the final bytes as any receiver does. There is no value of
/// this type for a mail that lacks one of: one `List-Unsubscribe` with one HTTPS and one mail form, one
/// `List-Unsubscribe-Post` (RFC 8058 §3.1), and the same visible link under a sentence at the end of the plain and of
/// the HTML body; nor for bytes that a server might cut in two.
package struct UnsubscribeProof: Sendable, Equatable {
    package let link: UnsubscribeLink

    package init?(of bytes: [UInt8]) {
        guard Self.isOnePiece(bytes) else { return nil }
        let message = MessageParser().parse(bytes)
        guard message.rawHeaders("List-Unsubscribe-Post") == ["List-Unsubscribe=One-Click"] else { return nil }
        let header = message.rawHeaders("List-Unsubscribe")
        guard header.count == 1, let forms = header.first.flatMap(Self.forms) else { return nil }
        guard let plain = Self.body("plain", of: message), let html = Self.body("html", of: message) else { return nil }
        guard let bodyURL = Self.closingLink(of: plain), bodyURL == Self.closingLink(of: HTMLText(html).text),
            let link = UnsubscribeLink(
                headerURL: forms.url, bodyURL: bodyURL, mailto: forms.address, mailtoSubject: forms.subject)
        else { return nil }
        self.link = link
    }

    /// 7-bit, CRLF and nothing else for a line end, no line too long, and no line a server could take for the end.
    private static func isOnePiece(_ bytes: [UInt8]) -> Bool {
        var column = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if byte >= 0x80 || byte == .nul { return false }
            if (byte == .lf) != (previous == .cr) { return false }
            if column == 0, byte == .dot { return false }
            column = byte == .lf ? 0 : column + 1
            // RFC 5322 §2.1.1: 998 without the CRLF.
            if column > Limits.hardLineLength + 1 { return false }
            previous = byte
        }
        return previous == .lf
    }

    /// The URL and the mail form of a List-Unsubscribe value; nil unless there is exactly one of each.
    private static func forms(_ value: String) -> (url: String, address: EmailAddress, subject: String)? {
        let entries = value.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
        guard entries.count == 2, entries.allSatisfy({ $0.hasPrefix("<") && $0.hasSuffix(">") }) else { return nil }
        let url = String(entries[0].dropFirst().dropLast())
        let mail = entries[1].dropFirst().dropLast()
        let parts = mail.split(separator: "?", maxSplits: 1)
        guard parts.count == 2, parts[0].hasPrefix("mailto:"), parts[1].hasPrefix("subject=") else { return nil }
        guard let local = decoded(parts[0].dropFirst("mailto:".count)), let address = EmailAddress(local),
            let subject = decoded(parts[1].dropFirst("subject=".count))
        else { return nil }
        return (url, address, subject)
    }

    private static func decoded(_ text: Substring) -> String? {
        var output: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            guard byte == .percent else {
                output.append(byte)
                continue
            }
            guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else { return nil }
            output.append(high << 4 | low)
        }
        return String(validating: output, as: UTF8.self)
    }

    /// The text of the one body of a kind; nil when there is none, or two to choose from.
    private static func body(_ subtype: String, of message: Message) -> String? {
        let bodies = message.leaves.filter {
            $0.contentType.mediaType == "text/\(subtype)" && $0.disposition != .attachment
                && $0.parent?.contentType.mediaType == "multipart/alternative"
        }
        return bodies.count == 1 ? bodies.first.map { message.decodedText(of: $0).text } : nil
    }

    /// The link that a text ends with, if a sentence stands right above it.
    private static func closingLink(of text: String) -> String? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        guard let last = lines.lastIndex(where: { !$0.isEmpty }), last > 0, UnsubscribeLink.isLink(lines[last]),
            lines[last - 1].unicodeScalars.contains(where: \.properties.isAlphabetic)
        else { return nil }
        return lines[last]
    }
}
