import Foundation
import Testing

@testable import Mail

/// What the composer promises of every mail, held against compositions that try to break it.
struct MessageComposerTests {
    /// Texts that have broken mail programs, in the places where strangers put them.
    static let hostileTexts = [
        "", ".", "..\n.\n\n.\r\n.\r.\n", "\r\n.\r\nMAIL FROM:<a@b.c>\r\n", "\n.\r\n", "\r.\r", "a\r\n.\nb\n.\r\nc",
        "From here\nFrom there\n>From",
        "--=_a_000102030405060708090A0B0C0D0E0F\n--=_a_000102030405060708090A0B0C0D0E0F--",
        "trailing \nspaces\t\n ", "ends with =", String(repeating: "=", count: 200),
        String(repeating: "x", count: 5_000),
        String(repeating: "ü", count: 900) + " ." + String(repeating: "請", count: 900),
        "\u{0}\u{1B}[31m\u{7F}\u{85}\u{2028}", "שלום \u{202E}evil\u{202C} עולם",
        "</p><script>alert(1)</script>&amp;\"'",
        String(repeating: "a ", count: 37) + ". b",
        String(repeating: "a", count: 75) + "." + String(repeating: ".", count: 200),
        "👩‍👩‍👧‍👦" + String(repeating: "👩‍👩‍👧‍👦", count: 60), "e" + String(repeating: "\u{301}", count: 400),
    ]

    @Test(arguments: hostileTexts)
    func `whatever the text says the mail is one piece, says it, and can be unsubscribed from`(text: String) throws {
        var composition = try CompositionSample.make()
        composition.text = text
        composition.automatic = .replied
        composition.attachments = [
            ComposedAttachment(filename: "Rechnung für März.pdf", mediaType: "application/pdf", bytes: Array(0...255)),
            ComposedAttachment(filename: "../..", mediaType: "message/rfc822", bytes: Array("\n.\n".utf8)),
        ]
        let bytes = try MessageComposer().compose(composition)
        WireRules.expect(bytes)
        #expect(UnsubscribeProof(of: bytes)?.link == composition.unsubscribe)
        let message = MessageParser().parse(bytes)
        #expect(message.defects.isEmpty)
        let leaves = message.leaves
        #expect(
            leaves.map(\.contentType.mediaType) == [
                "text/plain", "text/html", "application/pdf", "application/octet-stream",
            ])
        let plain = try #require(leaves.first.map { message.decodedText(of: $0).text })
        #expect(
            plain.replacing("\r\n", with: "\n").hasSuffix(
                composition.footer + "\n" + composition.unsubscribe.bodyURL + "\n"))
        #expect(message.decodedBytes(of: leaves[2]) == Array(0...255))
        #expect(leaves[2].filename == "Rechnung für März.pdf")
        #expect(leaves[3].filename == "attachment")
    }

    @Test(arguments: [
        "Hello", "", " leading", "two  spaces", "Grüße aus Köln", "=?utf-8?Q?forged?=",
        "ключ к заказу № 4711 уже готов и ждёт",
        "請求書のご案内と長い長い件名のテストでございますのでよろしくお願いいたします", "👩‍👩‍👧‍👦 family", "tab? no",
        "plain words that go on until the line has to be folded somewhere in the middle of it all, twice over at least",
        String(repeating: "w", count: 180), "e" + String(repeating: "\u{301}", count: 190), "a:b;c,d<e>f\"g\\h(i)j",
    ])
    func `a subject and a name come back as they went in`(text: String) throws {
        var composition = try CompositionSample.make()
        composition.subject = text
        let address = composition.to.address
        composition.to = .init(name: String(text.unicodeScalars.prefix(40).map(Character.init)), address: address)
        let bytes = try MessageComposer().compose(composition)
        WireRules.expect(bytes)
        let message = MessageParser().parse(bytes)
        #expect(message.subject == text || text == " leading" && message.subject == "leading" || text.isEmpty)
        #expect(message.to.map(\.email) == [address])
        #expect(message.to.count == 1)
    }

    /// Names, and how they must be written.
    @Test(arguments: [
        ("Ann", "To: \"Ann\" <joerg@example.net>"), ("O\"Neil \\", "To: \"O\\\"Neil \\\\\" <joerg@example.net>"),
        ("ceo@bank.example", "To: \"ceo@bank.example\" <joerg@example.net>"),
        ("A\u{202E}B\u{200B}C", "To: \"ABC\" <joerg@example.net>"), ("\u{200B}", "To: joerg@example.net"),
        ("Jörg", "To: =?utf-8?Q?J=C3=B6rg?= <joerg@example.net>"),
        ("=?x?", "To: =?utf-8?Q?=3D=3Fx=3F?= <joerg@example.net>"),
        ("Ли", "To: =?utf-8?B?0JvQuA==?= <joerg@example.net>"),
    ])
    func `a display name is quoted or encoded, and never shows what it is not`(name: String, line: String) throws {
        var composition = try CompositionSample.make()
        composition.to = .init(name: name, address: composition.to.address)
        let text = String(decoding: try MessageComposer().compose(composition), as: UTF8.self)
        #expect(text.components(separatedBy: "\r\n").contains(line))
    }

    @Test(arguments: ["\r", "\n", "\r\nBcc: x@y.z", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}"])
    func `no header value can begin a header of its own`(poison: String) throws {
        let sample = try CompositionSample.make()
        let mailbox = Composition.Mailbox(name: "a\(poison)b", address: sample.to.address)
        let attachment = ComposedAttachment(filename: "a\(poison)b", mediaType: "text/plain", bytes: [])
        let changes: [(String, (inout Composition) -> Void)] = [
            ("Subject", { $0.subject = "a\(poison)b" }), ("From", { $0.from = mailbox }), ("To", { $0.to = mailbox }),
            ("Thread-Topic", { $0.threadTopic = "a\(poison)b" }), ("Content-Language", { $0.language = "de\(poison)" }),
            ("X-Ticketd-Loop", { $0.loopToken = "a\(poison)" }),
            ("Content-Disposition", { $0.attachments = [attachment] }),
        ]
        for (header, change) in changes {
            var composition = sample
            change(&composition)
            #expect(throws: CompositionFailure.unsafeHeaderValue(header: header)) {
                try MessageComposer().compose(composition)
            }
        }
        var composition = sample
        composition.threadIndex = "abc\(poison)"
        let message = MessageParser().parse(try MessageComposer().compose(composition))
        #expect(message.header("Thread-Index") == nil)
    }

    @Test func `a mail without a sentence, with a short seed, too large, or to a UTF-8 mailbox is not composed`() throws
    {
        let sample = try CompositionSample.make()
        let large = ComposedAttachment(
            filename: "x", mediaType: "text/plain", bytes: Array(repeating: 0, count: Limits.composedOctets))
        let foreign = Composition.Mailbox(name: nil, address: try CompositionSample.address("jörg@example.net"))
        let refused: [(CompositionFailure, (inout Composition) -> Void)] = [
            (.missingFooter, { $0.footer = " \u{200B}\n" }), (.seedTooShort, { $0.boundarySeed.removeLast() }),
            (.tooLarge, { $0.attachments = [large] }), (.addressNotASCII, { $0.to = foreign }),
        ]
        for (failure, change) in refused {
            var composition = sample
            change(&composition)
            #expect(throws: failure) { try MessageComposer().compose(composition) }
            #expect(!failure.isTransient)
        }
        var composition = sample
        composition.to = .init(name: nil, address: try CompositionSample.address("Ann@bücher.example"))
        let message = MessageParser().parse(try MessageComposer().compose(composition))
        #expect(message.to.first?.address == "Ann@xn--bcher-kva.example")
    }

    @Test func `machines say that they are machines, and people do not`() throws {
        var composition = try CompositionSample.make()
        let names = ["Auto-Submitted", "X-Auto-Response-Suppress", "Precedence"]
        let expected: [(Composition.Automatic?, [String?])] = [
            (nil, [nil, nil, nil]), (.replied, ["auto-replied", "All", nil]),
            (.generated, ["auto-generated", "All", nil]),
        ]
        for (automatic, values) in expected {
            composition.automatic = automatic
            let message = MessageParser().parse(try MessageComposer().compose(composition))
            #expect(names.map { message.header($0) } == values)
            #expect(message.header("X-Ticketd-Loop") == "loop-token-1")
            #expect(message.automation.isMachine == (automatic != nil))
            #expect(message.suppressesAcknowledgement)
        }
    }

    @Test func `the bytes are the same for the same composition, and other boundaries for another seed`() throws {
        var composition = try CompositionSample.make()
        let first = try MessageComposer().compose(composition)
        #expect(try MessageComposer().compose(composition) == first)
        composition.boundarySeed = Array(1...16)
        #expect(try MessageComposer().compose(composition) != first)
    }
}
