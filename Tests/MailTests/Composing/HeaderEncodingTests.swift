import Foundation
import Testing

@testable import Mail

/// The pieces the composer writes with, each against its RFC.
struct HeaderEncodingTests {
    @Test(
        arguments: [
            (0.0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_399.9, "Mon, 28 Feb 2000 23:59:59 +0000"),
            (951_868_799, "Tue, 29 Feb 2000 23:59:59 +0000"), (1_700_000_000, "Tue, 14 Nov 2023 22:13:20 +0000"),
            (-1, "Wed, 31 Dec 1969 23:59:59 +0000"), (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 +0000"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 +0000"), (253_402_300_800, nil), (.infinity, nil), (.nan, nil),
        ] as [(Double, String?)])
    func `a date is written as RFC 5322 wants it`(seconds: Double, text: String?) {
        #expect(DateText.of(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test func `encoded words stay under 75 characters and never split a character`() {
        let texts = [
            String(repeating: "ü", count: 100), String(repeating: "請", count: 100),
            "a" + String(repeating: "👩‍👩‍👧‍👦", count: 20),
            "e" + String(repeating: "\u{301}", count: 200), "mixed Grüße " + String(repeating: "x", count: 100),
        ]
        for text in texts {
            let words = EncodedWord.words(of: text, after: 9)
            #expect(words.allSatisfy { $0.count <= 75 })
            for word in words {
                let header = Array("Subject: ".utf8) + word + Array("\r\n\r\n".utf8)
                #expect(MessageParser().parse(header).subject?.unicodeScalars.contains("\u{FFFD}") == false)
            }
            let folded =
                Array("Subject: ".utf8) + Array(words.joined(separator: Array("\r\n ".utf8))) + Array("\r\n\r\n".utf8)
            #expect(MessageParser().parse(folded).subject == text)
        }
    }

    @Test func `a long thread keeps its first and its newest ids and stays short`() throws {
        let ids = try (0..<200).map { try #require(MessageID("reference-number-\($0)-of-a-long-thread@example.net")) }
        let kept = ReferenceChain.trimmed(ids, parent: MessageID("parent@example.net"))
        #expect(kept.first == ids.first)
        #expect(kept.last?.value == "parent@example.net")
        #expect(kept.dropFirst().dropLast().map(\.value) == ids.suffix(kept.count - 2).map(\.value))
        #expect(kept.reduce(0) { $0 + $1.value.utf8.count + 3 } <= 1_500)
        #expect(kept.count <= 20 && kept.count > 10)
        let huge = try #require(MessageID(String(repeating: "x", count: 980)))
        let parent = try #require(MessageID("p@q"))
        #expect(ReferenceChain.trimmed([huge], parent: parent) == [parent])
        #expect(ReferenceChain.trimmed([parent, ids[0]], parent: parent) == [ids[0], parent])
        #expect(ReferenceChain.trimmed([], parent: nil).isEmpty)
        let foreign = try #require(MessageID("ü@example.net"))
        #expect(ReferenceChain.trimmed([foreign], parent: nil).isEmpty)
    }

    /// File names, and what a reader gets.
    @Test(arguments: [
        ("report.pdf", "report.pdf"), ("Rechnung für März.pdf", "Rechnung für März.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a.txt", "a.txt"), (".htaccess", "htaccess"), ("\u{200B}.htaccess", "htaccess"),
        ("...", "attachment"),
        ("", "attachment"), ("a\"b", "a_b"), ("exe.\u{202E}fdp", "exe.fdp"), ("=?utf-8?Q?x?=.txt", "=_utf-8_Q_x_=.txt"),
        (String(repeating: "請", count: 300) + ".pdf", String(repeating: "請", count: 38) + ".pdf"),
    ])
    func `a file name arrives as the harmless part of what it was`(given: String, read: String) throws {
        var composition = try CompositionSample.make()
        composition.attachments = [ComposedAttachment(filename: given, mediaType: "x", bytes: [1])]
        let bytes = try MessageComposer().compose(composition)
        WireRules.expect(bytes)
        #expect(MessageParser().parse(bytes).leaves.last?.filename == read)
    }

    @Test(arguments: [
        ("https://help.example.org/u/x", true), ("http://127.0.0.1:8025/u/x", true), ("http://localhost/u/x", true),
        ("http://[::1]:8080/u/x", true), ("http://help.example.org/u/x", false), ("https://a b", false),
        ("https://a>b", false), ("https://a,b", false), ("https://", false), ("javascript:alert(1)", false),
        ("https://user@host/u/x", false), ("http://127.0.0.1.evil.example/", false), ("https://x\r\ny", false),
        ("https://ex\u{E4}mple.org/", false), ("https://h/" + String(repeating: "x", count: 900), false),
    ])
    func `a link is an absolute https address of plain characters`(url: String, isLink: Bool) throws {
        let mailto = try CompositionSample.address("support@example.org")
        let link = UnsubscribeLink(headerURL: url, bodyURL: url, mailto: mailto, mailtoSubject: "s")
        #expect((link != nil) == isLink)
    }
}
