import Testing

@testable import Mail

@Suite struct UnpackedFileTests {
    @Test func `uuencoded files are found between lines of text`() throws {
        let files = MessageParser().parse(try MailFixture.mail("Parsing/uuencoded.eml")).unpackedFiles
        #expect(files.map(\.filename) == ["one.txt", "two.txt"])
        #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["abc", "abcabc"])
    }

    @Test(arguments: [
        "begin 644 a.txt\n", "begin 644 a.txt\n#86)C\n", "begin 644 a.txt\nnot data\nend\n",
        "begin the day\n#86)C\nend\n", "begin 999 a\n#86)C\nend\n", "begin 644\n#86)C\nend\n",
        "=ybegin line=128 size=3 name=a.bin\nabc\n", "=ybegin name=a.bin\nabc\n=yend\n", "=ybegin\n=yend\n", "begin ",
    ])
    func `what only looks like a file is text`(text: String) {
        let read = TextFiles(Array(text.utf8), limit: 10)
        #expect(read.files.isEmpty)
        #expect(read.remainder == Array(text.utf8))
    }

    @Test func `a file after a broken one is found`() {
        let text = "begin 644 a\nbegin 644 b\n#86)C\nbegin 644 c\n#86)C\n`\nend\n"
        #expect(TextFiles(Array(text.utf8), limit: 10).files.map(\.filename) == ["c"])
        #expect(TextFiles(Array(String(repeating: text, count: 100).utf8), limit: 10).files.count == 10)
    }

    @Test func `a yEnc file is decoded and its place in the text names it`() {
        // `=` escapes what a line must not hold: NUL, LF, CR and `=` itself.
        let content: [UInt8] = [0, 1, 0xD6, 0xE0, 0xE3, 0x13, 0xFF]
        let encoded: [UInt8] = content.flatMap { byte -> [UInt8] in
            let high = byte &+ 42
            return [0, 10, 13, 61].contains(high) ? [61, high &+ 64] : [high]
        }
        let text =
            Array("before\r\n=ybegin part=1 line=128 size=7 name=a b.bin\r\n=ypart begin=1 end=7\r\n".utf8) + encoded
            + Array("\r\n=yend size=7 crc32=0\r\nafter\r\n".utf8)
        let read = TextFiles(text, limit: 10)
        #expect(read.files.map(\.filename) == ["a b.bin"])
        #expect(read.files.map(\.bytes) == [content])
        #expect(
            String(decoding: read.remainder, as: UTF8.self) == "before\r\n[attached file: a b.bin, 7 octets]\nafter\r\n"
        )
    }

    @Test(.timeLimit(.minutes(1)))
    func `a flood of beginnings is read once`() {
        for piece in ["begin 644 a\n", "=ybegin size=1 name=a\n", "begin 644 a\n#86)C\n", "=ybegin size=1 name=a\nx\n"]
        {
            let text = Array(String(repeating: piece, count: 400_000 / piece.utf8.count).utf8)
            #expect(TextFiles(text, limit: 10).files.isEmpty)
        }
    }

    @Test func `the files of a winmail.dat come out under their long names`() {
        let files = TNEF(TNEFSample.files, limit: 10).files
        #expect(files.map(\.filename) == ["Übersicht.pdf", "SHORT.TXT"])
        #expect(files.map(\.mediaType) == ["application/pdf", "application/octet-stream"])
        #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["%PDF", "hello"])
        #expect(TNEF(TNEFSample.files, limit: 1).files.count == 1)
    }

    @Test func `a file inside an attached message says so`() {
        let block = "begin 644 a.txt\r\n#86)C\r\n`\r\nend\r\n"
        let message = ReadableTextTests.message([
            "{mixed", "text/plain|\(block)", "message/rfc822|Subject: x\r\n\r\n\(block)", "}",
        ])
        #expect(message.unpackedFiles.map(\.isNested) == [false, true])
        #expect(message.unpackedFiles.map(\.filename) == ["a.txt", "a.txt"])
    }

    @Test func `a Macintosh file in two halves is one attachment`() {
        let message = ReadableTextTests.message([
            "{mixed", "text/plain|see the file", "{appledouble",
            "application/applefile; name=\"plan.pdf\"|resources", "application/pdf|data", "}", "}",
        ])
        #expect(message.attachments.map(\.filename) == ["plan.pdf"])
        #expect(message.attachments.map(\.mediaType) == ["application/pdf"])
        let alone = ReadableTextTests.message([
            "{appledouble", "application/applefile; name=\"plan.pdf\"|resources", "}",
        ])
        #expect(alone.attachments.map(\.mediaType) == ["application/applefile"])
    }
}
