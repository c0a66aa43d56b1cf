internal import Mail

/// The header of a mail that must not be parsed: lines, and nothing is decoded.
struct HeaderLines {
    private let lines: [String]

    init(_ bytes: [UInt8]) {
        var lines: [String] = []
        let head = bytes.prefix(Limits.unparsedHeaderBytes)
        for line in head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            // RFC 5322 §2.1: the header ends with an empty line.
            if line.isEmpty || Array(line) == [UInt8(ascii: "\r")] { break }
            lines.append(String(decoding: line, as: UTF8.self))
        }
        self.lines = lines
    }

    /// Whether a line that names an author holds this address.
    func isFrom(_ address: EmailAddress) -> Bool {
        var isAuthor = false
        for line in lines {
            // RFC 5322 §2.2.3: a line that begins with a blank goes on with the one before it.
            if line.first != " ", line.first != "\t" {
                let name = line.prefix { $0 != ":" }.lowercased()
                isAuthor = ["from", "sender", "reply-to", "return-path"].contains(name)
            }
            if isAuthor, line.lowercased().contains(address.text.lowercased()) { return true }
        }
        return false
    }
}
