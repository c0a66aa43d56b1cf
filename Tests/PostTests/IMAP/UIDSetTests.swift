import Testing

@testable import Post

@Suite struct UIDSetTests {
    @Test(arguments: [
        ([UInt32](), [String]()), ([5], ["5"]), ([1, 2, 3, 7, 9, 8], ["1:3,7:9"]), ([2, 2, 0], ["2"]),
        ([UInt32.max, UInt32.max - 1], ["4294967294:4294967295"]),
    ])
    func `uids are written as ranges`(uids: [UInt32], lines: [String]) {
        #expect(UIDSet.lines(for: uids).map(\.text) == lines)
    }

    @Test func `a long set is cut into lines that name every uid once`() {
        let uids = (0..<5_000).map { UInt32($0 * 2 + 1_000_000) }
        let lines = UIDSet.lines(for: uids)
        #expect(lines.count > 1)
        #expect(lines.allSatisfy { $0.text.utf8.count < Limits.uidSetBytes + 12 })
        #expect(lines.flatMap { Array($0.uids) } == uids)
        #expect(lines.flatMap { UIDSet($0.text.utf8)?.uids ?? [] } == uids)
    }

    @Test(arguments: ["", "0", "*", "1:*", "1,,2", "1:2:3", "a", "4294967296", "1:99999999"])
    func `what is not a set is refused`(text: String) {
        #expect(UIDSet(text.utf8) == nil)
    }

    @Test(arguments: [
        ("INBOX", "\"INBOX\""), ("ticketd", "\"ticketd\""), ("a \"b\"\\c", "\"a \\\"b\\\"\\\\c\""), ("A&B", "\"A&-B\""),
        // RFC 3501 §5.1.3 has this example.
        ("~peter/mail/台北/日本語", "\"~peter/mail/&U,BTFw-/&ZeVnLIqe-\""), ("Entwürfe", "\"Entw&APw-rfe\""),
        ("😀", "\"&2D3eAA-\""),
    ])
    func `folder names go out as modified UTF-7 in quotes`(name: String, quoted: String) {
        #expect(FolderName(name)?.quoted == quoted)
    }

    @Test(arguments: ["", "a\r\nT1 LOGOUT", "a\u{0}", "a\u{85}b", String(repeating: "x", count: 513)])
    func `a folder name cannot carry a command`(name: String) {
        #expect(FolderName(name) == nil)
    }
}
