import Testing

@testable import Post

@Suite struct SMTPReplyReaderTests {
    static let recorded = Array(
        ("220 mx ESMTP\r\n250-mx\r\n250-PIPELINING\r\n250-SIZE 1000\r\n250 DSN\r\n250\r\n354\r\n"
            + "250-\r\n250 2.0.0 ok\r\n421 4.3.2 bye\r\n")
            .utf8)

    static func read(_ chunks: [[UInt8]]) throws -> [SMTPWireReply] {
        var reader = SMTPReplyReader()
        var replies: [SMTPWireReply] = []
        for chunk in chunks {
            reader.feed(chunk)
            while let reply = try reader.next() { replies.append(reply) }
        }
        return replies
    }

    @Test func `every split gives the same replies`() throws {
        let whole = try Self.read([Self.recorded])
        #expect(whole.map(\.code) == [220, 250, 250, 354, 250, 421])
        #expect(whole.map(\.enhanced) == [nil, nil, nil, nil, "2.0.0", "4.3.2"])
        #expect(
            SMTPExtensions(whole[1]).has("SIZE") && SMTPExtensions(whole[1]).has("DSN")
                && !SMTPExtensions(whole[1]).has("MX"))
        for position in 0...Self.recorded.count {
            let halves = [Array(Self.recorded[..<position]), Array(Self.recorded[position...])]
            #expect(try Self.read(halves) == whole, "split at \(position)")
        }
        #expect(try Self.read(Self.recorded.map { [$0] }) == whole)
    }

    @Test(arguments: [
        "\r\n", "25\r\n", "2500 x\r\n", "250x\r\n", "abc ok\r\n", "150 x\r\n", "600 x\r\n", "250-a\r\n251 b\r\n",
        "-250 x\r\n",
        String(repeating: "2", count: Limits.smtpLineBytes + 1), "250 " + String(repeating: "x", count: 5_000) + "\r\n",
        String(repeating: "250-x\r\n", count: Limits.smtpReplyLines + 1) + "250 x\r\n",
    ])
    func `what is no reply ends the conversation`(text: String) {
        #expect(throws: SMTPReplyReader.Violation.self) { try Self.read([Array(text.utf8)]) }
    }

    @Test(arguments: [
        ("250 2.1.5 ok", "2.1.5"), ("550 2.1.5 ok", ""), ("550 5.1 no", ""), ("550 5.1.1", "5.1.1"),
        ("550 5.1.x no", ""),
        ("550 5.1.1.1 no", ""), ("550", ""),
    ])
    func `an enhanced code must fit its reply`(text: String, enhanced: String) throws {
        #expect(try Self.read([Array((text + "\r\n").utf8)]).first?.enhanced ?? "" == enhanced)
    }

    @Test func `noise never traps`() {
        var generator = SplitMix(state: 0x7469_636B_6574_6402)
        for _ in 0..<2_000 {
            var bytes = Self.recorded
            for _ in 0..<6 {
                bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            var reader = SMTPReplyReader()
            reader.feed(bytes)
            do {
                while try reader.next() != nil {}
            } catch {
                continue
            }
        }
    }
}
