import Desk
import DeskTesting
import Foundation
import Mail
import Testing

/// The officer's own queue (Art. 38(4), (5)): what is written there is the officer's, and nobody else's.
struct ConfidentialityTests {
    @Test(arguments: [AgentRole.agent, .admin, nil])
    func `nobody but the officer sees a ticket of the officer's mailbox`(role: AgentRole?) async throws {
        let (test, _) = try Self.desk()
        let reader =
            role.map { .agent(AgentID(from: test.desk.world), role: $0, mailboxes: nil) }
            ?? Principal.operatorOnHost
        #expect(try await test.desk.tickets(TicketFilter(), as: reader).tickets.isEmpty)
        await #expect(throws: DeskRefusal.notFound(.ticket)) { try await test.desk.ticket(test.number, as: reader) }
        await #expect(throws: DeskRefusal.notFound(.ticket)) {
            try await test.desk.reply(to: test.number, with: ReplyDraft(text: "Hello"), as: reader)
        }
        await #expect(throws: DeskRefusal.notFound(.ticket)) {
            try await test.desk.note("Psst.", on: test.number, as: reader)
        }
        #expect(try await test.desk.outbox(state: nil, limit: 10, as: reader).isEmpty)
        let address = try Samples.address(TestDesk.customer)
        #expect(try await test.desk.people(withAddress: address, as: reader).isEmpty)
        let file = try #require(test.store.snapshot.files.keys.first)
        await #expect(throws: DeskRefusal.notFound(.ticket)) {
            try await test.desk.attachment(file, of: test.number, as: reader)
        }
    }

    @Test func `an admin takes no copy that holds what was said to the officer`() async throws {
        let (test, officer) = try Self.desk()
        let verified = ErasureVerification(how: .phone, by: "M. Muster")
        await #expect(throws: DeskRefusal.forbidden(.dpo)) {
            try await test.desk.prepareExport(of: test.person, .access, verified: verified, as: .operatorOnHost)
        }
        _ = try await test.desk.prepareExport(of: test.person, .access, verified: verified, as: officer)
    }

    @Test func `the officer reads and answers there, and writes in no other queue`() async throws {
        let (test, officer) = try Self.desk()
        #expect(try await test.desk.tickets(TicketFilter(), as: officer).tickets.map(\.number) == [test.number])
        _ = try await test.desk.note("Called back.", on: test.number, as: officer)
        _ = try await test.desk.reply(to: test.number, with: ReplyDraft(text: "I look into it."), as: officer)
        _ = try await test.desk.change(
            test.number, to: TicketChanges(status: .closed), ifVersion: nil, as: officer)
        let open = try TestDesk()
        await #expect(throws: DeskRefusal.forbidden(.ticketsWrite)) {
            try await open.desk.note("Called back.", on: open.number, as: officer)
        }
    }

    @Test func `a person without a ticket there, and every other queue, are seen as before`() async throws {
        let test = try TestDesk { $0.mailboxes[1].isConfidential = true }
        #expect(try await test.desk.tickets(TicketFilter(), as: .operatorOnHost).tickets.count == 1)
        let address = try Samples.address(TestDesk.customer)
        #expect(try await test.desk.people(withAddress: address, as: .operatorOnHost).count == 1)
        test.store.arrange { $0.people[test.person]?.tickets = [] }
        #expect(try await test.desk.people(withAddress: address, as: .operatorOnHost).count == 1)
    }

    private static func desk() throws -> (TestDesk, Principal) {
        let test = try TestDesk { $0.mailboxes[0].isConfidential = true }
        return (test, .agent(AgentID(from: test.desk.world), role: .dpo, mailboxes: nil))
    }
}
