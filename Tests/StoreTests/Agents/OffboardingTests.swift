import Desk
import DeskTesting
import Foundation
import Store
import Testing
import Vault

/// What offboarding leaves behind: on tickets, in the files, and after a stop half-way.
struct OffboardingTests {
    private let fixture: StoreFixture
    private let subject: StoreSubject

    init() async throws {
        fixture = try await StoreFixture()
        subject = try fixture.subject()
    }

    @Test func `a ticket is an agent's by name, by address or by id, and nobody else's word counts`() async throws {
        let number = try await subject.open()
        #expect(try await assign(number, to: "Anybody")?.assignee == "Anybody")
        let bea = try subject.agent("Bea")
        let far = try subject.agent("Far") { $0.mailboxes = Set([MailboxName("elsewhere")].compactMap { $0 }) }
        let dora = try subject.agent("Dora") { $0.role = .dpo }
        for agent in [bea, far, dora] { _ = try await subject.add(agent) }
        for word in ["Anybody", "Far", "Dora", AgentID(from: fixture.clock.world).hex] {
            #expect(try await assign(number, to: word) == nil, "\(word)")
        }
        for word in ["bea", "BEA@desk.example", bea.id.hex] {
            #expect(try await assign(number, to: word)?.assignee == "Bea", "\(word)")
        }
        #expect(try await fixture.store.tickets(TicketFilter()).tickets.map(\.assignee) == ["Bea"])
        #expect(try await assign(number, to: "")?.assignee == .some(nil))
    }

    @Test func `open tickets are handed on where the successor looks, and closed ones are nobody's`() async throws {
        let (open, closed) = (try await subject.open(), try await subject.open(.make { $0.messageID = "2@x.example" }))
        let (bea, carl) = (try subject.agent("Bea"), try subject.agent("Carl"))
        for agent in [bea, carl] { _ = try await subject.add(agent) }
        for number in [open, closed] { _ = try await assign(number, to: "Bea") }
        _ = try await fixture.store.change(
            closed, to: TicketChanges(status: .closed), ifVersion: nil, by: .operatorOnHost, now: fixture.clock.now)
        let before = try await subject.view(open).ticket
        let outcome = try await fixture.store.disableAgent(
            bea.id, successor: carl.id, by: .operatorOnHost, now: fixture.clock.now)
        guard case .done(let done) = outcome else { throw ContractBroken(description: "\(outcome)") }
        #expect(done.reassigned == 1 && done.unassigned == 0)
        let after = try await subject.view(open).ticket
        #expect(after.assignee == "Carl" && after.version == before.version + 1)
        #expect(try await subject.view(closed).ticket.assignee == nil)
    }

    @Test func `what an agent wrote reads the name, and former agent when the key is gone`() async throws {
        let number = try await subject.open()
        let bea = try subject.agent("Bea Unmistakable", email: "bea@desk.example", unixUser: 1001)
        _ = try await subject.add(bea)
        let principal = try #require(bea.principal)
        _ = try await fixture.store.note(number, text: "Called.", by: principal, now: fixture.clock.now)
        let dispatch = Dispatch(
            settings: subject.settings, keys: fixture.store.keys, world: fixture.clock.world)
        let outcome = try await fixture.store.answer(
            number, with: ReplyDraft(text: "Use water."), by: principal, dispatch: dispatch)
        guard case .answered(let message) = outcome else { throw ContractBroken(description: "\(outcome)") }
        #expect(message.author == "Bea Unmistakable")
        #expect(try await authors(number) == ["Bea Unmistakable", "Bea Unmistakable"])
        let keys = fixture.store.keys
        #expect(try keys.hasKey(bea.id.object))
        _ = try await fixture.store.disableAgent(bea.id, successor: nil, by: .operatorOnHost, now: fixture.clock.now)
        #expect(try !keys.hasKey(bea.id.object))
        #expect(try await authors(number) == ["former agent", "former agent"])
        try fixture.store.close()
        for name in try fixture.files {
            let bytes = String(decoding: try fixture.bytes(of: name), as: Unicode.ASCII.self)
            #expect(!bytes.contains("Unmistakable") && !bytes.contains("bea@desk.example"), "\(name)")
        }
    }

    @Test func `an offboarding that stopped between the two files is finished by the next start`() async throws {
        let bea = try subject.agent("Bea")
        _ = try await subject.add(bea)
        _ = try await fixture.store.disableAgent(bea.id, successor: nil, by: .operatorOnHost, now: fixture.clock.now)
        // The key as it is after a stop before the second step.
        try fixture.store.keys.makePersonKeys(for: [bea.id.object])
        try fixture.store.close()
        let next = try await fixture.reopen()
        #expect(try !next.keys.hasKey(bea.id.object))
        try next.close()
    }

    @Test func `who read a ticket or an attachment stands in the log by id`() async throws {
        let number = try await subject.open(
            .make { $0.body = "See below.\r\n\r\nbegin 644 note.txt\r\n%:&5L;&\\\r\n`\r\nend\r\n" })
        let file = try #require(try await subject.view(number).messages.first?.attachments.first)
        for index in 0..<2 {
            let agent = try subject.agent("Agent\(index)")
            _ = try await subject.add(agent)
            let principal = try #require(agent.principal)
            if index == 0 {
                _ = try await fixture.store.ticket(number, reader: principal, now: fixture.clock.now)
            } else {
                _ = try await fixture.store.attachment(file.id, of: number, reader: principal, now: fixture.clock.now)
            }
            let last = try #require(try await fixture.store.auditEntries(after: 0, limit: 99).last)
            #expect(last.event == "ticket.read" && last.actor == principal.auditName)
        }
    }

    private func assign(_ number: TicketNumber, to word: String) async throws -> Ticket? {
        let outcome = try await fixture.store.change(
            number, to: TicketChanges(assignee: word), ifVersion: nil, by: .operatorOnHost, now: fixture.clock.now)
        guard case .changed(let ticket) = outcome else { return nil }
        return ticket
    }

    private func authors(_ number: TicketNumber) async throws -> [String] {
        try await subject.view(number).messages.filter { $0.direction != .in && !$0.automatic }.map(\.author)
    }
}
