import Foundation
import Testing

@testable import Mail

/// A composed mail as a parser that is not ours reads it.
struct IndependentReaderTests {
    static let script = """
        import sys, json, email, email.policy
        m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        d = list(m.defects)
        for p in m.walk(): d += p.defects
        a = [[p.get_filename(), p.get_content().hex()] for p in m.iter_attachments()]
        print(json.dumps({"defects": len(d), "subject": m["Subject"], "to": m["To"].addresses[0].display_name,
          "list": m["List-Unsubscribe"], "date": m["Date"], "attachments": a, "headers": len(m.keys()),
          "plain": m.get_body(("plain",)).get_content(), "html": m.get_body(("html",)).get_content()}))
        """

    static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(.enabled(if: python != nil, "needs python3"))
    func `the mail library of Python reads what was composed`() throws {
        for text in MessageComposerTests.hostileTexts where !text.unicodeScalars.contains("\u{0}") {
            var composition = try CompositionSample.make()
            composition.text = text
            composition.subject = "Re: " + String(repeating: "Grüße und 請求書 ", count: 9)
            composition.attachments = [
                ComposedAttachment(filename: "a b.txt", mediaType: "image/x-a", bytes: Array(0...255))
            ]
            let read = try Self.read(try MessageComposer().compose(composition))
            #expect(read["defects"] as? Int == 0)
            #expect(read["subject"] as? String == composition.subject)
            #expect(read["to"] as? String == "Jörg Müller")
            #expect(read["date"] as? String == "Tue, 14 Nov 2023 22:13:20 +0000")
            #expect((read["list"] as? String)?.hasPrefix("<\(composition.unsubscribe.headerURL)>, <mailto:") == true)
            let plain = try #require(read["plain"] as? String).replacing("\r\n", with: "\n")
            #expect(plain.hasSuffix("\n" + composition.unsubscribe.bodyURL + "\n"))
            #expect((read["html"] as? String)?.contains("<a href=\"\(composition.unsubscribe.bodyURL)\">") == true)
            let hex = (0...255).map { String(format: "%02x", $0) }.joined()
            #expect(read["attachments"] as? [[String]] == [["a b.txt", hex]])
        }
    }

    private static func read(_ bytes: [UInt8]) throws -> [String: Any] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(python))
        process.arguments = ["-c", script]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try #require(JSONSerialization.jsonObject(with: answer) as? [String: Any])
    }
}
