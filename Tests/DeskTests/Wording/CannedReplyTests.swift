import Desk
import DeskTesting
import Foundation
import Testing
import Vault

/// Canned replies and signatures, from saving to the mail.
struct CannedReplyTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
    }

    private func name(_ text: String) throws -> ShortName { try #require(ShortName(text)) }

    private func save(_ kind: Wording.Kind, _ title: String, _ text: String, for mailbox: String? = nil) async throws {
        _ = try await desk.desk.saveWording(
            kind, named: name(title), for: mailbox.flatMap { MailboxName($0) }, text: text, as: .operatorOnHost)
    }

    private func answer(_ draft: ReplyDraft) async throws -> String {
        try await desk.desk.reply(to: desk.number, with: draft, as: .operatorOnHost).text
    }

    @Test func `a canned reply is filled in, stands below one's own text, and the signature below both`() async throws {
        try await save(.reply, "restart", "Hello {{person.name|there}}, #{{ticket.number}}: turn it off.")
        try await save(.signature, "signature", "{{agent.name}}, {{service.name}}, {{mailbox.address}}")
        var draft = ReplyDraft(text: "")
        draft.canned = try name("restart")
        let signature = "operator, Example Support, support@example.com"
        #expect(try await answer(draft) == "Hello Ann, #1042: turn it off.\n\n\(signature)")
        draft.text = "Sorry about that."
        draft.isSigned = false
        #expect(try await answer(draft) == "Sorry about that.\n\nHello Ann, #1042: turn it off.")
        #expect(try await answer(ReplyDraft(text: "Hi {{ticket.number}}")) == "Hi {{ticket.number}}\n\n\(signature)")
    }

    @Test func `the mailbox's own text comes before the desk's, and another's is not used`() async throws {
        try await save(.signature, "signature", "all")
        try await save(.signature, "signature", "sales", for: "sales")
        #expect(try await answer(ReplyDraft(text: "Hi")) == "Hi\n\nall")
        try await save(.signature, "signature", "support", for: "support")
        #expect(try await answer(ReplyDraft(text: "Hi")) == "Hi\n\nsupport")
        try await save(.reply, "only", "for sales", for: "sales")
        var draft = ReplyDraft(text: "Hi")
        draft.canned = try name("only")
        await #expect(throws: DeskRefusal.notFound(.wording)) { try await answer(draft) }
    }

    @Test func `P17 a customer's name and subject are only text`() async throws {
        desk.store.arrange { state in
            state.tickets[desk.number]?.ticket.requester.name = "{{agent.name}}\u{1B}[2J"
            state.tickets[desk.number]?.ticket.subject = "a\r\nBcc: x@y.example"
        }
        try await save(.reply, "r", "{{person.name|x}} {{ticket.subject|y}}")
        var draft = ReplyDraft(text: "")
        draft.canned = try name("r")
        let text = try await answer(draft)
        #expect(text.hasPrefix("{{agent.name}}") && !text.contains("\u{1B}") && !text.contains("\n"))
    }

    @Test func `a signature does not make an answer of nothing`() async throws {
        try await save(.signature, "signature", "all")
        await #expect(throws: DeskRefusal.invalid(field: "text", expected: "something to say")) {
            try await answer(ReplyDraft(text: " "))
        }
    }

    @Test func `who answers saves replies, signatures are the admin's, and a bound writer speaks for no other mailbox`()
        async throws
    {
        let writer = Principal.token(
            AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [.ticketsWrite], mailboxes: [Scenario.mailbox().name])
        let (desk, title) = (desk.desk, try name("r"))
        _ = try await desk.saveWording(
            .reply, named: title, for: Scenario.mailbox().name, text: "x", as: writer)
        await #expect(throws: DeskRefusal.self) {
            try await desk.saveWording(.reply, named: title, for: nil, text: "x", as: writer)
        }
        await #expect(throws: DeskRefusal.notFound(.mailbox)) {
            try await desk.saveWording(.reply, named: title, for: MailboxName("sales"), text: "x", as: writer)
        }
        await #expect(throws: DeskRefusal.forbidden(.admin)) {
            try await desk.saveWording(.signature, named: title, for: Scenario.mailbox().name, text: "x", as: writer)
        }
        await #expect(throws: DeskRefusal.notFound(.mailbox)) {
            try await desk.saveWording(.reply, named: title, for: MailboxName("none"), text: "x", as: .operatorOnHost)
        }
    }

    @Test func `a text that must not go to many is refused with its lines, and not kept`() async throws {
        let refusal = await #expect(throws: DeskRefusal.self) {
            try await save(.reply, "bad", "Hello {{person.name}}\nhttps://bit.ly/x")
        }
        guard case .invalid(field: "text", let expected) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(expected.contains("line 1:") && expected.contains("line 2:") && expected.contains("shortened"))
        #expect(desk.store.snapshot.wordings.isEmpty)
    }
}
