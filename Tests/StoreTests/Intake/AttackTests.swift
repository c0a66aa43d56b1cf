import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// P11: everything a stranger can put into a mail, sent at a ticket of somebody else, and what honest mail programs and
/// relays do to answers (mission.md §3.6–8, reliability.md §2.1).
@Suite struct AttackTests {
    enum Outcome: Sendable, Equatable {
        /// A ticket of its own; `suggests`: agents are pointed at the attacked one.
        case own(suggests: Bool)
        /// Kept with the ticket, seen by agents only.
        case held
        case joins(verified: Bool)
    }

    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        let outcome: Outcome
        let mail: @Sendable (AttackedDesk) throws -> SampleMail

        init(_ name: String, _ outcome: Outcome, _ mail: @escaping @Sendable (AttackedDesk) throws -> SampleMail) {
            (self.name, self.outcome, self.mail) = (name, outcome, mail)
        }

        var testDescription: String { name }
    }

    static let attacks = [
        Attack("a forged From with a guessed number", .own(suggests: true)) { desk in
            .tagged(desk) { $0.isAuthenticated = false }
        },
        Attack("a forged From that its domain disowns", .own(suggests: true)) { desk in
            .tagged(desk) { $0.claim("mx.desk.example; dmarc=fail header.from=customer.example") }
        },
        Attack("a verdict by a server of the attacker's", .own(suggests: true)) { desk in
            .tagged(desk) { $0.claim("mx.evil.example; dmarc=pass header.from=customer.example") }
        },
        Attack("a good verdict forged below the real one", .own(suggests: true)) { desk in
            .tagged(desk) {
                $0.claim("mx.desk.example; dmarc=fail header.from=customer.example")
                $0.headers += ["Authentication-Results: mx.desk.example; dmarc=pass header.from=customer.example"]
            }
        },
        Attack("a verdict about another domain than the author's", .own(suggests: true)) { desk in
            .tagged(desk) { $0.claim("mx.desk.example; dmarc=pass header.from=evil.example") }
        },
        Attack("SPF and DKIM of the attacker's own domain", .own(suggests: true)) { desk in
            .tagged(desk) {
                $0.claim("mx.desk.example; spf=pass smtp.mailfrom=evil.example; dkim=pass header.d=evil.example")
            }
        },
        Attack("two authors, one of whom belongs", .own(suggests: true)) { desk in
            .tagged(desk) { $0.from = "Ada <ada@customer.example>, Eve <eve@evil.example>" }
        },
        Attack("somebody to whom our mail was forwarded writes to its token", .held) { desk in
            try .toToken(of: desk.answer) { $0.from = Self.eve }
        },
        Attack("a machine of a stranger's writes to the token", .held) { desk in
            try .toToken(of: desk.answer) {
                $0.from = Self.eve
                $0.headers = ["Auto-Submitted: auto-replied"]
            }
        },
        Attack("a token with a forged From", .held) { desk in
            try .toToken(of: desk.answer) { $0.claim("mx.desk.example; dmarc=fail header.from=customer.example") }
        },
        Attack("somebody to whom our mail was forwarded answers it by its id", .own(suggests: true)) { desk in
            .answering(desk.answer) { $0.from = Self.eve }
        },
        Attack("who got a copy answers by the copy's token", .held) { desk in
            try .toToken(of: desk.copy) { $0.from = "Carl <carl@copy.example>" }
        },
        Attack("who got a copy answers it by its id", .own(suggests: true)) { desk in
            .answering(desk.copy) { $0.from = "Carl <carl@copy.example>" }
        },
        Attack("an agent's address in From with a guessed number", .own(suggests: true)) { desk in
            .tagged(desk) { $0.from = "Support <support@desk.example>" }
        },
        Attack("an agent's address in From with a token", .held) { desk in
            try .toToken(of: desk.answer) { $0.from = "Support <support@desk.example>" }
        },
        Attack("a Message-ID that somebody else used first", .own(suggests: true)) { _ in
            .make {
                $0.from = Self.eve
                $0.messageID = "first@customer.example"
                $0.headers = ["In-Reply-To: <first@customer.example>"]
                $0.body = "Send it to me."
            }
        },
        Attack("a requester who adds a copy and another Reply-To", .joins(verified: true)) { desk in
            .answering(desk.answer) { $0.headers += ["Cc: \(Self.eve)", "Reply-To: \(Self.eve)"] }
        },
        Attack("the same without a verdict", .joins(verified: false)) { desk in
            .answering(desk.answer) {
                $0.headers += ["Cc: \(Self.eve)", "Reply-To: \(Self.eve)"]
                $0.isAuthenticated = false
            }
        },
        Attack("Apple Mail replaced References by its own", .joins(verified: true)) { desk in
            try .toToken(of: desk.answer) { $0.headers = ["References: <made-up@mail.apple.example>"] }
        },
        Attack("a relay rewrote our Message-ID", .joins(verified: true)) { desk in
            try .toToken(of: desk.answer) { $0.headers = ["In-Reply-To: <0100018f-4kq7@relay.example>"] }
        },
        Attack("both, and no token: the number is left", .joins(verified: true)) { desk in
            .tagged(desk) { $0.headers = ["In-Reply-To: <0100018f-4kq7@relay.example>"] }
        },
        Attack("the token in capitals", .joins(verified: true)) { desk in
            try .toToken(of: desk.answer) { $0.to = $0.to.uppercased() }
        },
        Attack("one good id among many foreign ones", .joins(verified: true)) { desk in
            let foreign = (1...10).map { "<\($0)@elsewhere.example>" }.joined(separator: " ")
            return .make {
                $0.messageID = "many@customer.example"
                $0.headers = ["References: <\(desk.answer.messageID?.value ?? "")> \(foreign)"]
            }
        },
    ]

    static let eve = "Eve <eve@evil.example>"

    @Test(arguments: attacks)
    func `P11 a stranger cannot read, join or speak in a ticket`(attack: Attack) async throws {
        let desk = try await AttackedDesk()
        let before = try await desk.subject.view(desk.number)
        let outcome = try #require(try await desk.subject.receive(try attack.mail(desk)).first)
        let view = try await desk.subject.view(desk.number)
        switch attack.outcome {
        case .own(let suggests):
            guard case .opened(let other) = outcome else { return #expect(Bool(false), "\(outcome)") }
            #expect(try await desk.subject.view(other).possiblyRelated.contains(desk.number) == suggests)
            #expect(view.messages == before.messages && view.ticket.status == before.ticket.status)
        case .held:
            #expect(outcome == .appended(desk.number))
            #expect(view.messages.last?.held == true && view.messages.last?.verified == false)
            #expect(view.ticket.status == before.ticket.status, "it woke the ticket")
        case .joins(let isVerified):
            #expect(outcome == .appended(desk.number))
            #expect(view.messages.last?.held == false && view.messages.last?.verified == isVerified)
        }
        try await desk.requireNobodyGotIn()
    }

    @Test func `P11 a Message-ID used first by a stranger does not lead the customer astray`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        // Whoever got a copy of the mail knows its id before we do. Both orders of the stored rows are met.
        for index in 1...8 {
            defer { fixture.clock.advance(by: .seconds(1)) }
            let id = "shared\(index)@customer.example"
            _ = try await subject.receive(
                .make {
                    $0.from = Self.eve
                    $0.messageID = id
                    $0.body = "I was first \(index)."
                })
            guard case .opened(let number)? = try await subject.receive(.make { $0.messageID = id }).first else {
                return #expect(Bool(false), "the customer's mail opened nothing")
            }
            let follow = try await subject.receive(
                .make {
                    $0.messageID = "follow\(index)@customer.example"
                    $0.headers = ["In-Reply-To: <\(id)>"]
                    $0.body = "It still burns \(index)."
                })
            #expect(follow == [.appended(number)])
        }
    }

    @Test func `P11 an answer that is delivered into another mailbox of ours joins its ticket`() async throws {
        let desk = try await AttackedDesk()
        let sales = try MailboxProfile.make(name: "sales", address: "sales@desk.example")
        let settings = try DeskSettings.make(mailboxes: [desk.subject.profile, sales])
        try await desk.fixture.store.beginIntake(mailbox: sales.name, folder: "INBOX", uidValidity: 7, after: 0)
        let byToken = try SampleMail.toToken(of: desk.answer) { $0.messageID = "there@customer.example" }
        let byID = SampleMail.answering(desk.answer) { $0.to = "sales@desk.example" }
        let stranger = try SampleMail.toToken(of: desk.answer) {
            $0.from = Self.eve
            $0.messageID = "eve@evil.example"
        }
        let now = desk.fixture.clock.now
        let arrivals = [byToken, byID, stranger].enumerated().map { index, mail in
            mail.arrival(uid: UInt32(index + 1), at: now)
        }
        let outcomes = try await desk.fixture.store.accept(
            .make(arrivals, profile: sales, settings: settings, now: now)
        ).map(\.outcome)
        #expect(outcomes == Array(repeating: .appended(desk.number), count: 3))
        let held = try await desk.subject.view(desk.number).messages.suffix(3).map(\.held)
        #expect(held == [false, false, true])
        try await desk.requireNobodyGotIn()
    }

    /// mission.md §3.7, reliability.md row 3: no form of an id of ours is read before all of it is proved.
    @Test func `P11 every id of ours with one byte flipped is unknown`() async throws {
        let desk = try await AttackedDesk()
        let reply = try #require(desk.answer.replyTo.first?.address)
        let token = try #require(reply.split(separator: "@").first?.split(separator: ".").last.map(String.init))
        let id = try #require(desk.answer.messageID?.value)
        let secret = try #require(id.split(separator: "@").first.map(String.init))
        var mails: [SampleMail] = []
        for index in token.indices {
            let forged = token.flipped(at: index)
            mails.append(
                .make {
                    $0.messageID = "\(mails.count)@customer.example"
                    $0.to = reply.replacingOccurrences(of: token, with: forged)
                    $0.body = "Token \(forged)"
                })
        }
        for index in secret.indices {
            let forged = id.replacingOccurrences(of: secret, with: secret.flipped(at: index))
            mails.append(
                .make {
                    $0.messageID = "\(mails.count)@customer.example"
                    $0.headers = ["In-Reply-To: <\(forged)>", "References: <\(forged)>"]
                    $0.body = "Id \(forged)"
                })
        }
        for outcome in try await desk.receive(mails) {
            guard case .opened = outcome else { return #expect(Bool(false), "\(outcome)") }
        }
        let wish = try #require(desk.answer.unsubscribeSubject)
        let capability = try #require(wish.split(separator: " ").last.map(String.init))
        let wishes = capability.indices.enumerated().map { number, index in
            SampleMail.make {
                $0.messageID = "wish\(number)@customer.example"
                $0.subject = wish.replacingOccurrences(of: capability, with: capability.flipped(at: index))
            }
        }
        let outcomes = try await desk.receive(wishes)
        #expect(outcomes.count == 80 && outcomes.allSatisfy { $0 == .ignored(.unknownUnsubscribeToken) })
        let ada = try await desk.subject.store.person(withAddress: Samples.address("ada@customer.example"))
        #expect(ada?.suppressions.isEmpty == true)
    }

    @Test func `P11 an answer quotes no history to whoever is new in it`() async throws {
        let desk = try await AttackedDesk()
        let new = try Samples.address("new@copy.example")
        try await desk.subject.answered(
            desk.number, ReplyDraft(text: "Call us.", carbonCopies: [new]))
        for mail in try await desk.subject.sendAll() {
            let text = String(decoding: mail.readableText().text.utf8, as: UTF8.self)
            #expect(text.contains("Call us."))
            #expect(!text.contains("It burns") && !text.contains("Use water"), "\(text)")
            #expect(mail.to.count == 1 && mail.cc.isEmpty, "one recipient sees another")
        }
    }
}

extension SampleMail {
    /// With the ticket's number in the subject and nothing else that points at it.
    fileprivate static func tagged(_ desk: AttackedDesk, _ change: (inout SampleMail) -> Void) -> SampleMail {
        .make {
            $0.messageID = "tagged@customer.example"
            $0.subject = "Re: Printer on fire [#\(desk.number.value)]"
            $0.body = "Send it to me."
            change(&$0)
        }
    }

    /// Instead of what the mailbox's own server says.
    fileprivate mutating func claim(_ results: String) {
        isAuthenticated = false
        headers += ["Authentication-Results: \(results)"]
    }
}

extension String {
    fileprivate func flipped(at index: Index) -> String {
        var text = self
        let other: Character = self[index].lowercased() == "b" ? "c" : "b"
        text.replaceSubrange(index...index, with: String(other))
        return text
    }
}
