import Testing

@testable import Mail

@Suite struct MessageParserTests {
    static let fixtures = [
        "plain", "nested", "open-end", "forwarded", "forwarded-base64", "digest", "empty-parts", "no-parts",
        "broken-header", "no-empty-line", "lone-returns", "mailbox-line", "names", "raw-8bit", "nul", "duplicates",
        "related",
    ]

    @Test(arguments: fixtures)
    func `a message has the structure and the defects written down for it`(name: String) throws {
        let message = MessageParser().parse(try MailFixture.bytes("Parsing/\(name).eml"))
        #expect(Outline.of(message) == (try MailFixture.text("Parsing/\(name).outline")))
    }

    @Test(arguments: fixtures.filter { $0 != "lone-returns" && $0 != "mailbox-line" })
    func `what does not change the meaning does not change the reading`(name: String) throws {
        let original = try latin1("Parsing/\(name).eml")
        let expected = report(original)
        let headerEnd = original.firstRange(of: "\n\n")?.lowerBound ?? original.endIndex
        let header = String(original[..<headerEnd])
        let fields = header.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard let colon = line.firstIndex(of: ":"), !line.hasPrefix(" ") else { return String(line) }
            return line[..<colon].uppercased() + line[colon...]
        }
        #expect(report(fields.joined(separator: "\n") + original[headerEnd...]) == expected)
        #expect(report("From x@y Tue Jul  1 10:00:00 2025\n" + original) == expected)
        #expect(report(String(repeating: "X-Unknown: y\n z\n", count: 50) + original) == expected)
        #expect(report(original.replacing("\n", with: "\r\n")) == expected)
    }

    @Test func `text after the last boundary belongs to nobody`() throws {
        let original = try latin1("Parsing/nested.eml")
        #expect(report(original + "--inner--\nmore\n\n") == report(original))
    }

    @Test func `octets in a header that nobody declared are in the charset of the text`() throws {
        let message = MessageParser().parse(try MailFixture.bytes("Parsing/raw-koi8.eml"))
        #expect(message.subject == "Привет")
        #expect(message.from.first?.name == "Иван")
        #expect(message.decodedText(of: message.root).text == "Привет\n")
    }

    @Test func `empty and nearly empty input is a message`() {
        for text in ["", "\n", "\r\n", "\r", ":", "a", "a:", "--", "From ", "\0", " ", "a:b\n c"] {
            let message = MessageParser().parse(Array(text.utf8))
            #expect(message.leaves.count == 1)
            #expect(message.root.contentType.mediaType == "text/plain")
        }
    }

    /// The neutral report without the carriage returns inside texts.
    private func report(_ text: String) -> String {
        let message = MessageParser().parse(bytes(text))
        let json = String(decoding: LeavesReport(id: "x", message: message).json, as: UTF8.self)
        let bare = json.replacing("\\r\\n", with: "\\n")
        // Contents of text parts are compared as text: their octets differ in line ends.
        return bare.replacing(#/"b":"[^"]*"/#, with: "").replacing(#/\\n"/#, with: "\"")
    }

    /// Fixtures are read and written as Latin-1, so that octets that are no UTF-8 survive.
    private func latin1(_ path: String) throws -> String {
        String(String.UnicodeScalarView(try MailFixture.bytes(path).map { Unicode.Scalar($0) }))
    }

    private func bytes(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value & 0xFF) } }
}
