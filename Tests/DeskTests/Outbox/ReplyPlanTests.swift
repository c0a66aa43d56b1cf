import Desk
import Foundation
import Mail
import Testing
import Vault

/// What an agent's reply becomes: who gets a mail, what it says besides the text, and what is withheld.
struct ReplyPlanTests {
    static func context(_ change: (inout ReplyContext) -> Void = { _ in }) -> ReplyContext {
        let requester = PersonSummary(
            id: PersonID(ObjectID(high: 1, low: 1)), address: Scenario.customer, name: "Ann")
        var context = ReplyContext(
            ticket: Ticket(
                number: Scenario.number(1042), mailbox: Scenario.mailbox().name, requester: requester,
                subject: "Printer", status: .open, assignee: nil, tags: [], createdAt: Scenario.now,
                updatedAt: Scenario.now, messageCount: 1, version: 1),
            mailbox: Scenario.mailbox(), recipient: Scenario.customer, recipientName: "Ann", suppression: nil,
            copiedSuppressions: [:], isUndeliverable: false,
            answers: MessageContent(
                author: "Ann", subject: "Printer", text: "It burns.", messageID: "2@customer.example",
                references: ["0@customer.example", "1@customer.example"], threadTopic: "Printer",
                threadIndex: "AdoP"),
            isFirstAnswer: true, wroteAt: Scenario.now, isFirstContact: false)
        change(&context)
        return context
    }

    static func plan(
        copies: [String] = [], override: SuppressionOverride? = nil, in context: ReplyContext = context()
    ) throws -> [PlannedEntry] {
        let draft = ReplyDraft(
            text: "Pull the plug.", carbonCopies: copies.map { Scenario.address($0) }, override: override)
        return try ReplyPlan.make(draft, in: context, by: Scenario.dispatch(context.mailbox))
    }

    static func message(_ entry: PlannedEntry) -> Message { MessageParser().parse(entry.mail.outbound.bytes) }

    static func wish(_ scope: UnsubscribeScope, at date: Date = Scenario.now) -> SuppressionRecord {
        SuppressionRecord(scope: scope, tickets: [:], since: date)
    }

    @Test(arguments: [
        (["bob@elsewhere.example", "eve@elsewhere.example"], ["bob@elsewhere.example", "eve@elsewhere.example"]),
        (["bob@elsewhere.example", "bob@ELSEWHERE.example", "BOB@elsewhere.example"], ["bob@elsewhere.example"]),
        (["ann@customer.example", "Ann@Customer.Example"], []),
        (["support@example.com", "support+t.aaaaaaaaaaaaaaaaaaaaaaaaaa@example.com"], []),
        (["ann+shop@customer.example"], ["ann+shop@customer.example"]),
    ])
    func `each carbon copy is a mail of its own, once, and never for the requester or ourselves`(
        copies: [String], expected: [String]
    ) throws {
        let entries = try Self.plan(copies: copies)
        #expect(entries.map(\.mail.outbound.recipient.text) == ["ann@customer.example"] + expected)
        #expect(Set(entries.map(\.mail.messageID)).count == entries.count)
        #expect(Set(entries.map(\.mail.entry)).count == entries.count)
        #expect(Set(entries.map(\.mail.replyTokenHash)).count == entries.count)
        #expect(Set(entries.map(\.mail.outbound.unsubscribe.headerURL)).count == entries.count)
        for (index, entry) in entries.enumerated() {
            #expect(entry.isToRequester == (index == 0) && entry.isFirstAnswer == (index == 0))
            #expect(entry.mail.mailClass == (index == 0 ? .humanReply : .carbonCopy))
            let message = Self.message(entry)
            #expect(message.to.map(\.email) == [entry.mail.outbound.recipient] && message.cc.isEmpty)
            #expect(entry.state == .queued && entry.nextAttemptAt == Scenario.now.addingTimeInterval(15))
        }
    }

    @Test func `a copy tells a stranger how we came by the address, and of the right to object`() throws {
        let entries = try Self.plan(copies: ["bob@elsewhere.example"])
        let texts = entries.map { Self.message($0).readableText().text }
        #expect(texts[0].contains("because you wrote to support@example.com"))
        #expect(!texts[1].contains("because you wrote") && texts[1].contains("answered somebody"))
        #expect(texts[1].contains("right to object") && !texts[0].contains("right to object"))
    }

    struct Withheld: CustomTestStringConvertible {
        let testDescription: String
        var scope: UnsubscribeScope = .everything
        var isFirstAnswer = false
        var override: SuppressionOverride?
        let requester: DeliveryState
        let copy: DeliveryState
    }

    static let override = SuppressionOverride(reason: "asked by phone", basis: "6(1)(b)")

    @Test(arguments: [
        Withheld(testDescription: "one click", requester: .suppressed, copy: .suppressed),
        Withheld(testDescription: "first answer", isFirstAnswer: true, requester: .queued, copy: .suppressed),
        Withheld(testDescription: "override", override: override, requester: .queued, copy: .suppressed),
        Withheld(testDescription: "only automatic", scope: .automatic, requester: .queued, copy: .suppressed),
        Withheld(testDescription: "only marketing", scope: .marketing, requester: .queued, copy: .queued),
    ])
    func `P5 what an unsubscribe covers is withheld with its reason, recipient by recipient`(row: Withheld) throws {
        let context = Self.context {
            $0.suppression = Self.wish(row.scope)
            $0.copiedSuppressions = ["bob@elsewhere.example": Self.wish(row.scope)]
            $0.isFirstAnswer = row.isFirstAnswer
        }
        let entries = try Self.plan(
            copies: ["bob@elsewhere.example", "eve@elsewhere.example"], override: row.override, in: context)
        #expect(entries.map(\.state) == [row.requester, row.copy, .queued])
        #expect(entries.allSatisfy { ($0.state == .suppressed) == ($0.reason != nil) })
        #expect(entries.map(\.isOverridden) == [row.override != nil, false, false])
    }

    @Test(arguments: [
        (UnsubscribeScope.everything, -86_400.0, true), (.automatic, -1, true), (.everything, 0, false),
        (.everything, 60, false), (.marketing, -86_400, false),
    ])
    func `whoever unsubscribed and wrote again later is told so, with a link to undo it`(
        scope: UnsubscribeScope, since: Double, isTold: Bool
    ) throws {
        let context = Self.context {
            $0.suppression = Self.wish(scope, at: Scenario.now.addingTimeInterval(since))
        }
        let entries = try Self.plan(copies: ["bob@elsewhere.example"], in: context)
        let links = Self.message(entries[0]).readableText().text.split(whereSeparator: \.isWhitespace)
            .filter { $0.hasPrefix("https://help.example.com/u/") }
        let kinds = links.map { link in
            Base64URL.decode(String(link.split(separator: "/").last ?? "")).flatMap {
                Bench.keys.openUnsubscribe($0)
            }?.kind
        }
        #expect(kinds == (isTold ? [.undo, .body] : [.body]))
        let text = Self.message(entries[0]).readableText().text
        #expect(text.contains("You unsubscribed on 2026-09-") == isTold)
        #expect(!Self.message(entries[1]).readableText().text.contains("You unsubscribed"))
    }

    @Test(arguments: [true, false])
    func `the first mail to somebody brings the right to object, in a paragraph of its own`(isFirst: Bool) throws {
        for language in Language.allCases {
            let context = Self.context {
                $0.isFirstContact = isFirst
                $0.mailbox.language = language
            }
            let message = try Self.message(#require(Self.plan(in: context).first))
            let sentence = Phrase.rightToObject.text(in: language, ["address": "privacy@example.com"])
            let parts = message.leaves.map { message.decodedText(of: $0).text }
            #expect(parts.allSatisfy { $0.contains(sentence) == isFirst })
            guard isFirst else { continue }
            // Art. 21(4): "clearly and separately from any other information".
            let paragraphs = parts[0].replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n\n")
            #expect(paragraphs.contains(sentence))
            #expect(parts[1].contains("<p dir=\"auto\">\(sentence)</p>"))
        }
    }

    @Test func `a follow-up finds its thread by every means a mail program has`() throws {
        let entry = try #require(Self.plan().first)
        let message = Self.message(entry)
        #expect(message.inReplyTo.map(\.value) == ["2@customer.example"])
        #expect(
            message.references.map(\.value) == [
                "ticket-1042@example.com", "0@customer.example", "1@customer.example", "2@customer.example",
            ])
        #expect(message.header("Thread-Topic") == "Printer" && message.header("Thread-Index") == "AdoP")
        #expect(message.subject == "Re: Printer [#1042]")
        let long = Self.context { context in
            context.answers?.references = (0..<400).map { "id-number-\($0)@relay.customer.example" }
        }
        let references = try Self.message(#require(Self.plan(in: long).first)).references.map(\.value)
        #expect(references.first == "ticket-1042@example.com" && references.last == "2@customer.example")
        #expect(references.count <= Desk.Limits.referencesKept)
    }

    @Test func `hostile ids and a stranger's topic neither break nor stop the answer`() throws {
        let context = Self.context { context in
            context.answers?.messageID = "a b\r\nBcc: v@evil.example"
            context.answers?.references = ["<\r\n>", "ü@customer.example", String(repeating: "x", count: 5_000)]
            context.answers?.threadTopic = "a\r\nBcc: v@evil.example"
            context.answers?.threadIndex = "A\r\nB"
            context.recipientName = "Ann\r\nBcc: v@evil.example"
            context.ticket.subject = "Printer\u{85}Bcc: v@evil.example\u{202E}"
        }
        let message = try Self.message(#require(Self.plan(in: context).first))
        #expect(message.headers("Bcc").isEmpty && message.header("Thread-Index") == nil)
        #expect(message.references.map(\.value) == ["ticket-1042@example.com"])
        #expect(message.subject == "Re: Printer Bcc: v@evil.example\\u{202E} [#1042]")
    }

    @Test func `nobody to answer still lets the copies go`() throws {
        let entries = try Self.plan(copies: ["bob@elsewhere.example"], in: Self.context { $0.recipient = nil })
        #expect(entries.map(\.isToRequester) == [false])
    }
}
