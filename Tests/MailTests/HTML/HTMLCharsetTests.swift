import Testing

@testable import Mail

/// HTML that names its charset where the header of its part does not.
@Suite struct HTMLCharsetTests {
    static func read(_ type: String, _ html: [UInt8]) -> ReadableText {
        MessageParser().parse(Array("From: a@b.example\r\nContent-Type: \(type)\r\n\r\n".utf8) + html).readableText()
    }

    @Test(arguments: [
        ("<meta charset=windows-1251>", "При"), ("<META http-equiv=x content=\"text/html; CHARSET=koi8-r; y\">", "оПХ"),
        ("<meta name=x><meta content='a'><meta charset='iso-8859-7'>", "Οπθ"),
        ("<!-- <meta charset=koi8-r> -->", "Ïðè"),
        ("<meta charset=nobody-knows>", "Ïðè"), ("<meta charset=>", "Ïðè"), ("", "Ïðè"),
        (String(repeating: " ", count: 5_000) + "<meta charset=koi8-r>", "Ïðè"),
    ])
    func `the head of the text names its charset`(head: String, text: String) {
        let read = Self.read("text/html", Array(head.utf8) + [0xCF, 0xF0, 0xE8])
        #expect(read.text == text)
    }

    @Test func `the header of the part and UTF-8 go first`() {
        let meta = Array("<meta charset=koi8-r>".utf8)
        #expect(Self.read("text/html; charset=windows-1251", meta + [0xCF, 0xF0, 0xE8]).text == "При")
        #expect(Self.read("text/html", meta + Array("Grüße".utf8)).text == "Grüße")
    }
}
