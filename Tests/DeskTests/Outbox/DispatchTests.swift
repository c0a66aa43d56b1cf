import Desk
import Foundation
import Mail
import Testing
import Vault

/// P6, and what the headers of our mails say and do not say.
struct DispatchTests {
    static let hostile: [(name: String, text: String)] = [
        ("plain", "Printer on fire"), ("empty", ""), ("blank", "   "),
        ("CR LF", "a\r\nBcc: victim@evil.example\r\n\r\n<a href=x>"), ("CR", "a\rBcc: victim@evil.example"),
        ("LF", "a\nBcc: victim@evil.example"), ("NUL", "a\u{0}b"), ("C1 line end", "a\u{85}Bcc: v\u{9B}31m"),
        ("separators of Unicode", "a\u{2028}b\u{2029}c"), ("bidi", "\u{202E}gpj.exe\u{2066}x\u{2069}"),
        ("ESC", "\u{1B}]0;title\u{7}"), ("encoded-word", "=?utf-8?B?DQpCY2M6IHZAZXZpbC5leGFtcGxl?="),
        ("a header of ours", "List-Unsubscribe: <https://evil.example/u/1>"), ("quotes", "\"a\" <v@evil.example>, b"),
        ("emoji", "👨‍👩‍👧‍👦 Über"), ("10 kB", String(repeating: "x", count: 10_240)),
        ("10 kB of umlauts", String(repeating: "ü ", count: 3_400)),
        ("10 kB of marks", "e" + String(repeating: "\u{301}", count: 5_120)),
    ]

    /// By class: every language × with and without a file × every hostile text as subject, name, text and topic.
    static let everyMail = Result { try MailClass.allCases.map { try mails(of: $0) } }

    private static func mails(of mailClass: MailClass) throws -> [PreparedMail] {
        let bench = Bench()
        var mails: [PreparedMail] = []
        for language in Language.allCases {
            for (index, hostile) in hostile.enumerated() {
                for isPlain in [true, false] {
                    let letter = Scenario.letter(mailClass) { letter in
                        letter.language = language
                        letter.subject = hostile.text
                        letter.recipientName = hostile.text
                        letter.text = hostile.text
                        letter.threadTopic = hostile.text
                        letter.threadIndex = hostile.text
                        letter.isFirstContact = index.isMultiple(of: 2)
                        letter.unsubscribedOn = index.isMultiple(of: 3) ? Scenario.now : nil
                        letter.inReplyTo = MessageID("1@customer.example")
                        letter.references = [MessageID("ticket-1042@example.com")].compactMap { $0 }
                        if !isPlain {
                            letter.attachments = [
                                ComposedAttachment(
                                    filename: "a b.txt", mediaType: "text/plain", bytes: Array("\r\n.\r\n".utf8))
                            ]
                        }
                    }
                    mails.append(try Scenario.dispatch(bench: bench).prepare(letter))
                }
            }
        }
        return mails
    }

    @Test(arguments: MailClass.allCases)
    func `P6 every mail that leaves carries the visible link and the RFC 2369 and 8058 headers`(
        mailClass: MailClass
    ) throws {
        for (index, mail) in try Self.everyMail.get()[Int(mailClass.rawValue)].enumerated() {
            let name = "\(Self.hostile[index / 2 % Self.hostile.count].name), mail \(index)"
            let bytes = mail.outbound.bytes
            #expect(UnsubscribeProof(of: bytes)?.link == mail.outbound.unsubscribe, "\(name)")
            let raw = try #require(RawMail(bytes), "\(name)")
            let link = mail.outbound.unsubscribe
            #expect(
                raw.values("list-unsubscribe") == ["<\(link.headerURL)>, <\(link.mailtoURL)>"], "\(name)")
            #expect(link.headerURL.hasPrefix("https://help.example.com/u/"))
            #expect(raw.values("list-unsubscribe-post") == ["List-Unsubscribe=One-Click"], "\(name)")
            #expect(raw.values("bcc").isEmpty && raw.values("to").count == 1, "\(name)")
            let to = raw.values("to").first ?? ""
            #expect(to == Scenario.customer.text || to.hasSuffix(" <\(Scenario.customer.text)>"), "\(name)")
            #expect(raw.values("subject").count == 1 && raw.values("precedence").isEmpty, "\(name)")
        }
    }

    /// The same through a reader that is not ours: Python's `email`.
    @Test(.enabled(if: PythonReader.isThere, "python3 is not installed, so nobody else reads the mails again"))
    func `P6 another reader finds the link in header and bodies`() throws {
        let mails = try Self.everyMail.get().flatMap { $0 }
        let found = try PythonReader.read(mails.map(\.outbound.bytes))
        #expect(found.count == mails.count)
        for (mail, reading) in zip(mails, found) {
            #expect(reading.problems.isEmpty)
            #expect(reading.header == mail.outbound.unsubscribe.headerURL)
            #expect(reading.mailto == mail.outbound.unsubscribe.mailtoURL)
            #expect(reading.plain == mail.outbound.unsubscribe.bodyURL)
            #expect(reading.html == mail.outbound.unsubscribe.bodyURL)
            #expect(reading.to == [Scenario.customer.text])
        }
    }

    @Test(arguments: MailClass.allCases)
    func `automatic mail says so and cannot be answered by machines, human mail says nothing`(
        mailClass: MailClass
    ) throws {
        let isHuman = mailClass == .humanReply || mailClass == .carbonCopy
        for (parent, word) in [(MessageID("1@customer.example"), "auto-replied"), (nil, "auto-generated")] {
            let letter = Scenario.letter(mailClass) { $0.inReplyTo = parent }
            let mail = try Scenario.dispatch().prepare(letter)
            let raw = try #require(RawMail(mail.outbound.bytes))
            #expect(raw.values("auto-submitted") == (isHuman ? [] : [word]))
            #expect(raw.values("x-auto-response-suppress") == (isHuman ? [] : ["All"]))
            #expect(raw.values("precedence").isEmpty)
            #expect(raw.values("x-ticketd-loop") == [Dispatch.loopToken(of: Bench.keys)])
            #expect(mail.outbound.sender == (isHuman ? .address(letter.mailbox.address) : .null))
            let proved = Scenario.letter(mailClass) { $0.mailbox.usesNullSender = false }
            #expect(try Scenario.dispatch().prepare(proved).outbound.sender == .address(letter.mailbox.address))
        }
    }

    @Test(arguments: Language.allCases)
    func `P15 an acknowledgement holds no word of the sender's`(language: Language) throws {
        let mailbox = Scenario.mailbox { $0.language = language }
        let letter = AcknowledgementLetter.make(
            ticket: Scenario.number(1042), to: Scenario.customer, answering: MessageID("quagga@customer.example"),
            mailbox: mailbox, settings: Scenario.settings(mailbox), isFirstContact: true)
        let mail = try Scenario.dispatch(mailbox).prepare(letter)
        let message = MessageParser().parse(mail.outbound.bytes)
        // What the sender chose comes back only where RFC 5322 §3.6.4 wants it.
        let echoes = ["In-Reply-To", "References"]
        #expect(echoes.allSatisfy { message.header($0)?.contains("quagga") == true })
        let raw = try #require(RawMail(mail.outbound.bytes))
        #expect(raw.headers.filter { $0.value.contains("quagga") }.map(\.name) == ["in-reply-to", "references"])
        #expect(raw.values("to") == [Scenario.customer.text])
        #expect(message.leaves.allSatisfy { !message.decodedText(of: $0).text.contains("quagga") })
        let text = message.readableText().text
        #expect(text.contains("https://help.example.com/privacy") && text.contains("privacy@example.com"))
        #expect(message.subject?.contains("[#1042]") == true)
    }

    @Test func `each place has a token of its own and all name the same mail and person`() throws {
        let mailbox = Scenario.mailbox { $0.suppressionGroup = "brand" }
        let mail = try Scenario.dispatch(mailbox).prepare(
            Scenario.letter {
                $0.mailbox = mailbox
                $0.unsubscribedOn = Scenario.now
            })
        let link = mail.outbound.unsubscribe
        let text = MessageParser().parse(mail.outbound.bytes).readableText().text
        let links = text.split(whereSeparator: \.isWhitespace).filter { $0.contains("/u/") }.map { String($0) }
        let tokens = [
            link.headerURL, link.bodyURL, UnsubscribeSubject.token(in: link.mailtoSubject) ?? "",
            links.first { $0 != link.bodyURL } ?? "",
        ].map { String($0.split(separator: "/").last ?? "") }
        #expect(Set(tokens).count == 4 && tokens.allSatisfy { $0.utf8.count == 80 })
        let claims = tokens.map { Base64URL.decode($0).flatMap { Bench.keys.openUnsubscribe($0) } }
        #expect(claims.map { $0?.kind } == [.header, .body, .mailto, .undo])
        let identity = SuppressionIdentity.text(address: Scenario.customer.normalized, group: "brand")
        let hash = try #require(Bench.keys.suppressionHashes(ofAddress: identity).first)
        for claim in claims {
            #expect(claim?.message == mail.entry.object.low && claim?.suppression == hash.hash)
            #expect(claim?.scope == UnsubscribeScope.everything.rawValue)
        }
        let raw = String(decoding: mail.outbound.bytes, as: UTF8.self)
        #expect(tokens.prefix(3).allSatisfy { !$0.contains("ann") } && raw.contains("unsubscribe"))
    }

    @Test func `a domain beyond ASCII is written as A-labels`() throws {
        let mail = try Scenario.dispatch().prepare(
            Scenario.letter { $0.recipient = Scenario.address("jan@bücher.example") })
        #expect(mail.outbound.recipient.text == "jan@xn--bcher-kva.example")
        #expect(mail.outbound.bytes.allSatisfy { $0 < 0x80 })
    }

    @Test func `a Message-ID is chance and the mailbox's domain and nothing else`() throws {
        let dispatch = Scenario.dispatch()
        let mails = try (0..<50).map { _ in try dispatch.prepare(Scenario.letter()) }
        #expect(Set(mails.map(\.messageID)).count == 50 && Set(mails.map(\.replyTokenHash)).count == 50)
        for mail in mails {
            let halves = mail.messageID.value.split(separator: "@").map { String($0) }
            #expect(halves.count == 2 && halves.last == "example.com")
            #expect(Base32.decode(halves[0])?.count == 16)
            #expect(mail.messageIDHash == Bench.keys.messageIDHash(Array(mail.messageID.value.utf8)))
            let message = MessageParser().parse(mail.outbound.bytes)
            #expect(message.messageID == mail.messageID)
            let replyTo = try #require(message.replyTo.first?.email)
            let token = try #require(ReplyToken.find(in: replyTo, of: Scenario.mailbox().address))
            #expect(ReplyToken.hash(of: token.uppercased(), keys: Bench.keys) == mail.replyTokenHash)
        }
        let plain = Scenario.letter { $0.mailbox.usesPlusAddressing = false }
        #expect(MessageParser().parse(try dispatch.prepare(plain).outbound.bytes).header("Reply-To") == nil)
    }

    struct Mutation: CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable ([UInt8]) -> [UInt8]
    }

    static let mutations: [Mutation] = [
        Mutation(testDescription: "no List-Unsubscribe") {
            RawMail.editing($0, header: "list-unsubscribe") { _ in nil }
        },
        Mutation(testDescription: "no List-Unsubscribe-Post") {
            RawMail.editing($0, header: "list-unsubscribe-post") { _ in nil }
        },
        Mutation(testDescription: "List-Unsubscribe twice") {
            Array("List-Unsubscribe: <https://evil.example/u/1>, <mailto:a@b.example?subject=x>\r\n".utf8) + $0
        },
        Mutation(testDescription: "another value of List-Unsubscribe-Post") {
            RawMail.editing($0, header: "list-unsubscribe-post") { _ in "List-Unsubscribe-Post: One-Click" }
        },
        Mutation(testDescription: "another token in the header") {
            RawMail.editing($0, header: "list-unsubscribe") { $0.replacingOccurrences(of: "/u/A", with: "/u/B") }
        },
        Mutation(testDescription: "no URL in the header") {
            RawMail.editing($0, header: "list-unsubscribe") { $0.hasPrefix(" ") ? $0 : "List-Unsubscribe:" }
        },
        Mutation(testDescription: "no link in the text") {
            RawMail.editing($0, part: "text/plain") { $0.replacingOccurrences(of: "/u/", with: "/x/") }
        },
        Mutation(testDescription: "no link in the HTML") {
            RawMail.editing($0, part: "text/html") { $0.replacingOccurrences(of: "/u/", with: "/x/") }
        },
        Mutation(testDescription: "another token in both bodies") { bytes in
            ["text/plain", "text/html"].reduce(bytes) { bytes, part in
                RawMail.editing(bytes, part: part) { $0.replacingOccurrences(of: "/u/A", with: "/u/B") }
            }
        },
        Mutation(testDescription: "something under the link") {
            RawMail.editing($0, part: "text/plain") { $0 + "\r\nP.S." }
        },
        Mutation(testDescription: "no HTML at all") {
            RawMail.editing($0, part: "text/html") { $0.replacingOccurrences(of: "text/html", with: "") + "x" }
        },
        Mutation(testDescription: "a bare LF") { $0 + [0x0A] },
        Mutation(testDescription: "a bare CR") { [0x58, 0x3A, 0x20, 0x0D] + $0 },
        Mutation(testDescription: "an octet of eight bits") { Array("X: é\r\n".utf8) + $0 },
        Mutation(testDescription: "a line beyond 998") {
            Array("X: ".utf8) + Array(repeating: 0x78, count: 998) + [13, 10] + $0
        },
        Mutation(testDescription: "nothing") { _ in [] },
    ]

    @Test(arguments: mutations)
    func `P6 bytes that do not carry their link are no outbound mail`(mutation: Mutation) throws {
        let mail = try Scenario.dispatch().prepare(Scenario.letter()).outbound
        let changed = mutation.change(mail.bytes)
        #expect(changed != mail.bytes)
        #expect(
            Outbound(
                sender: mail.sender, recipient: mail.recipient, mailbox: mail.mailbox, bytes: changed,
                unsubscribe: mail.unsubscribe) == nil)
    }

    @Test func `P6 a mail does not pass with the link of another`() throws {
        let mail = try Scenario.dispatch().prepare(Scenario.letter()).outbound
        let other = try Scenario.dispatch().prepare(Scenario.letter()).outbound
        #expect(mail.sent(by: .null)?.bytes == mail.bytes)
        #expect(
            Outbound(
                sender: mail.sender, recipient: mail.recipient, mailbox: mail.mailbox, bytes: mail.bytes,
                unsubscribe: other.unsubscribe) == nil)
    }

    @Test(arguments: [
        "", "http://help.example.com", "https://a b.example", "ftp://x.example", "https://x.example/\r\nA: b",
    ])
    func `without a link of the right form nothing is prepared`(publicURL: String) {
        var settings = Scenario.settings()
        settings.publicURL = publicURL
        let dispatch = Dispatch(settings: settings, keys: Bench.keys, world: Bench().world)
        #expect(throws: Dispatch.Failure.unprovable) { try dispatch.prepare(Scenario.letter()) }
    }
}
