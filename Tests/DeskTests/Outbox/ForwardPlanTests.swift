import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

/// What forwarding sends, and what stays inside.
struct ForwardPlanTests {
    private static func plan(
        _ draft: ForwardDraft, _ change: (inout ForwardContext) -> Void = { _ in }
    ) throws -> PlannedEntry {
        let desk = try TestDesk()
        var context = ForwardContext(
            ticket: Scenario.number(7), mailbox: Scenario.mailbox(), direction: .in, subject: "Printer on fire",
            text: "It burns.\n\nOn Monday Grace wrote:\n> secret history\n", at: Scenario.now, files: [],
            suppression: nil)
        change(&context)
        return try ForwardPlan.make(
            draft, in: context, by: Dispatch(settings: Scenario.settings(), keys: desk.keys, world: desk.desk.world))
    }

    private static let draft = ForwardDraft(
        to: Scenario.address("vendor@parts.example"), reason: "warranty", text: "Please advise.")

    @Test func `what the message says goes out, with its way out, and nothing that comes with it`() throws {
        let planned = try Self.plan(Self.draft)
        let mail = MessageParser().parse(planned.mail.outbound.bytes)
        let text = mail.readableText().text
        #expect(planned.state == .queued && !planned.isToRequester && !planned.isFirstAnswer)
        #expect(planned.mail.mailClass == .carbonCopy && mail.to.first?.address == "vendor@parts.example")
        #expect(mail.subject == "Printer on fire [#7]")
        #expect(text.hasPrefix("Please advise.\n\n— A message we received on 2026-09-21 —\n\nIt burns."))
        #expect(!text.contains("secret history") && !text.contains("warranty"))
        #expect(text.contains("hands you a message on"))
        #expect(planned.mail.outbound.unsubscribe == UnsubscribeProof(of: planned.mail.outbound.bytes)?.link)
        #expect(mail.references.isEmpty && mail.inReplyTo.isEmpty)
        #expect(planned.nextAttemptAt > TestDesk.start)
    }

    @Test func `our own answers and German mailboxes have their own words`() throws {
        let planned = try Self.plan(ForwardDraft(to: Self.draft.to, reason: "r")) {
            $0.direction = .out
            $0.mailbox = Scenario.mailbox { $0.language = .german }
        }
        let text = MessageParser().parse(planned.mail.outbound.bytes).readableText().text
        #expect(text.hasPrefix("— Eine Nachricht, die wir am 2026-09-21 gesendet haben —"))
    }

    @Test(arguments: [UnsubscribeScope.everything, .automatic])
    func `a recipient who unsubscribed is sent nothing`(scope: UnsubscribeScope) throws {
        let planned = try Self.plan(Self.draft) {
            $0.suppression = SuppressionRecord(scope: scope, tickets: [:], since: Scenario.now)
        }
        #expect(planned.state == .suppressed && planned.reason?.contains("unsubscribed") == true)
    }

    struct Wrong: CustomTestStringConvertible {
        let field: String
        let draft: ForwardDraft
        var testDescription: String { field }
    }

    @Test(arguments: [
        Wrong(field: "reason", draft: ForwardDraft(to: Scenario.address("a@b.example"), reason: " ")),
        Wrong(field: "reason", draft: ForwardDraft(to: Scenario.address("a@b.example"), reason: "a\nb")),
        Wrong(field: "basis", draft: ForwardDraft(to: Scenario.address("a@b.example"), reason: "r", basis: "")),
        Wrong(field: "to", draft: ForwardDraft(to: Scenario.address("jörg@b.example"), reason: "r")),
    ])
    func `who, why and on what basis are one line each`(row: Wrong) throws {
        do {
            try row.draft.validate()
            Issue.record("it was accepted")
        } catch DeskRefusal.invalid(let field, _) {
            #expect(field == row.field)
        }
    }
}
