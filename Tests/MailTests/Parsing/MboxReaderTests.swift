import Testing

@testable import Mail

@Suite struct MboxReaderTests {
    @Test func `a mailbox file is split and its quoting undone`() throws {
        let messages = MboxReader(try MailFixture.bytes("Parsing/three.mbox")).map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(
            messages == [
                "Subject: One\n\nFrom here on\n>From twice\nFrom inside a paragraph\n", "Subject: Two\n\nx\n",
                "Subject: Three\n\n",
            ])
    }

    @Test func `anything is a mailbox of at least the messages in it`() {
        #expect(Array(MboxReader([])).isEmpty)
        #expect(Array(MboxReader(Array("Subject: x\n\ny".utf8))) == [Array("Subject: x\n\ny".utf8)])
        #expect(Array(MboxReader(Array("\n\nFrom x\nA: b\n".utf8))) == [Array("A: b\n".utf8)])
        #expect(Array(MboxReader(Array(String(repeating: "From x\n\n", count: 1_000).utf8))).count == 1_000)
    }
}
