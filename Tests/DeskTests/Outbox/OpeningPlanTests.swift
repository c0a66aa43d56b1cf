import Desk
import Foundation
import Mail
import Testing

/// Writing first: what leaves, what it says besides the text, and what an unsubscribe does to it.
struct OpeningPlanTests {
    static func plan(
        subject: String = "Your order", suppression: SuppressionRecord? = nil, language: Language = .english
    ) throws -> PlannedEntry {
        let mailbox = Scenario.mailbox { $0.language = language }
        let draft = OpeningDraft(
            to: Scenario.customer, subject: subject, text: "Where shall it go?", reason: "the parcel came back",
            basis: "Art. 6(1)(b)")
        let context = OpeningContext(
            ticket: Scenario.number(1042), mailbox: mailbox, recipientName: nil, suppression: suppression)
        return try OpeningPlan.make(draft, in: context, by: Scenario.dispatch(mailbox))
    }

    struct Row: CustomTestStringConvertible {
        let testDescription: String
        var scope: UnsubscribeScope?
        var tickets: [TicketNumber: UnsubscribeScope] = [:]
        let isOverridden: Bool
    }

    @Test(arguments: [
        Row(testDescription: "nobody minds", isOverridden: false),
        Row(testDescription: "one click", scope: .everything, isOverridden: true),
        Row(testDescription: "only automatic", scope: .automatic, isOverridden: false),
        Row(testDescription: "only marketing", scope: .marketing, isOverridden: false),
        Row(
            testDescription: "another ticket was dropped", scope: [],
            tickets: [Scenario.number(7): [.ticket, .dropRequest]], isOverridden: false),
    ])
    func `P5 writing first is never a first answer, and overrides only a wish there is`(row: Row) throws {
        let wish = row.scope.map { SuppressionRecord(scope: $0, tickets: row.tickets, since: Scenario.now) }
        let entry = try Self.plan(suppression: wish)
        #expect(entry.isOverridden == row.isOverridden)
        #expect(!entry.isFirstAnswer && entry.isToRequester && entry.mail.mailClass == .humanReply)
        #expect(entry.state == .queued && entry.reason == nil)
        #expect(entry.nextAttemptAt == Scenario.now.addingTimeInterval(15))
    }

    @Test(arguments: Language.allCases)
    func `the first mail tells who writes and why, of the notice and of the right to object`(
        language: Language
    ) throws {
        let message = ReplyPlanTests.message(try Self.plan(language: language))
        let values = ["address": "support@example.com"]
        let object = Phrase.rightToObject.text(in: language, ["address": "privacy@example.com"])
        for leaf in message.leaves {
            let text = message.decodedText(of: leaf).text.replacing("\r\n", with: " ").replacing("\n", with: " ")
            #expect(text.contains(Phrase.footerUnasked.text(in: language, values)))
            #expect(!text.contains(Phrase.footerReason.text(in: language, values)))
            #expect(text.contains(object) && text.contains("https://help.example.com/privacy"))
            // What is noted for ourselves is not for the mail.
            #expect(!text.contains("parcel came back") && !text.contains("6(1)(b)"))
        }
        let raw = try #require(RawMail(try Self.plan(language: language).mail.outbound.bytes))
        #expect(raw.values("auto-submitted").isEmpty && raw.values("in-reply-to").isEmpty)
        #expect(raw.values("list-unsubscribe").count == 1 && raw.values("list-unsubscribe-post").count == 1)
        #expect(raw.values("reply-to").first?.contains("support+t.") == true)
        #expect(message.references.map(\.value) == ["ticket-1042@example.com"])
    }

    @Test func `who wrote first and writes again before an answer does not claim to have been written to`() throws {
        let unasked = Phrase.footerUnasked.text(in: .english, ["address": "support@example.com"])
        let context = ReplyPlanTests.context {
            $0.answers = nil
            $0.isFirstAnswer = false
            $0.wroteAt = nil
        }
        for (context, expected) in [(context, true), (ReplyPlanTests.context(), false)] {
            let entry = try #require(ReplyPlanTests.plan(in: context).first)
            let text = ReplyPlanTests.message(entry).readableText().text.replacing("\n", with: " ")
            #expect(text.contains(unasked) == expected)
        }
    }

    @Test(arguments: [
        ("Your order", "Your order [#1042]"), ("Re: AW: Your order", "Your order [#1042]"), ("Re:", "[#1042]"),
        ("a\r\nBcc: v@evil.example", "a  Bcc: v@evil.example [#1042]"),
        ("\u{202E}gpj", "\\u{202E}gpj [#1042]"),
        (String(repeating: "ü", count: 400), String(repeating: "ü", count: 192) + " [#1042]"),
    ])
    func `the subject is no answer's, one line, and keeps the tag`(subject: String, expected: String) throws {
        #expect(OpeningSubject.text(subject, ticket: Scenario.number(1042)) == expected)
        #expect(expected.unicodeScalars.count <= Desk.Limits.subjectLength)
        #expect(ReplyPlanTests.message(try Self.plan(subject: subject)).subject == expected)
    }

    @Test(arguments: [
        ("subject", ""), ("subject", " "), ("subject", "a\nb"), ("reason", ""),
        ("basis", ""), ("basis", String(repeating: "x", count: 501)), ("text", " \n"),
        ("to", "jörg@customer.example"), ("Idempotency-Key", String(repeating: "k", count: 201)),
        ("", ""),
    ])
    func `reason, basis, subject and text are not optional`(field: String, value: String) {
        let pick = { (name: String, usual: String) in name == field ? value : usual }
        let draft = OpeningDraft(
            to: Scenario.address(pick("to", "ann@customer.example")), subject: pick("subject", "S"),
            text: pick("text", "T"), reason: pick("reason", "R"), basis: pick("basis", "B"),
            idempotencyKey: pick("Idempotency-Key", "k"))
        do throws(DeskRefusal) {
            try draft.validate()
            #expect(field == "")
        } catch {
            guard case .invalid(let named, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(named == field)
        }
    }
}
