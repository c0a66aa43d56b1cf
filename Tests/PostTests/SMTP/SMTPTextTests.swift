import Testing

@testable import Post

@Suite struct SMTPTextTests {
    @Test(arguments: [
        ("a\r\n.b\r\n..c\r\n", "a\r\n..b\r\n...c\r\n"), (".", "..\r\n"), ("", ""), ("a", "a\r\n"),
        ("a\r\n\r\n.\r\n", "a\r\n\r\n..\r\n"),
        ("x.\r\n", "x.\r\n"),
    ])
    func `dots that begin a line are doubled, and the last line is ended`(text: String, wire: String) {
        #expect(SMTPText(Array(text.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) } == wire)
    }

    @Test(arguments: [
        "a\n.\r\n", "a\r.\r\n", "a\n.\nb\r\n", "a\r\r\n", "a\u{0}b\r\n", "\r", "\n", "a\r\n\n",
        String(repeating: "x", count: 999) + "\r\n",
    ])
    func `bytes that another server could read as two mails are refused`(text: String) {
        #expect(SMTPText(Array(text.utf8)) == nil)
    }

    @Test func `a line may be as long as RFC 5321 allows, and eight bits are noticed`() {
        let line = [UInt8](repeating: 0x78, count: 998) + [0x0D, 0x0A]
        #expect(SMTPText(line)?.isSevenBit == true)
        #expect(SMTPText(Array("é\r\n".utf8))?.isSevenBit == false)
        #expect(SMTPText(line)?.size == 1_000)
    }
}
