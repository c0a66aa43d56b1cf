import Desk
import DeskTesting
import Foundation
import Testing
import Vault

/// Taking an answer back before it leaves.
struct UndoTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
    }

    private func status() -> TicketStatus? { desk.store.snapshot.tickets[desk.number]?.ticket.status }

    @Test(arguments: [false, true])
    func `an answer taken back leaves the ticket as it was and stays in it as withdrawn`(closes: Bool) async throws {
        _ = try await desk.desk.reply(
            to: desk.number, with: ReplyDraft(text: "Use water.", close: closes), as: .operatorOnHost)
        #expect(status() == (closes ? .closed : .pending))
        let taken = try #require(try await desk.desk.takeBackAnswer(to: desk.number, as: .operatorOnHost))
        #expect(taken.isWhole && taken.ticket.status == .new && status() == .new)
        #expect(taken.message.recipients.map(\.state) == [.withdrawn])
        let shown = try await desk.desk.ticket(desk.number, as: .operatorOnHost)
        #expect(shown.messages.last == taken.message)
        #expect(try await desk.desk.takeBackAnswer(to: desk.number, as: .operatorOnHost) == nil)
    }

    @Test func `the last mail cancelled is the answer taken back`() async throws {
        let copy = Scenario.address("bob@customer.example")
        let message = try await desk.desk.reply(
            to: desk.number, with: ReplyDraft(text: "Use water.", carbonCopies: [copy]), as: .operatorOnHost)
        let entries = message.recipients.map(\.entry)
        #expect(entries.count == 2)
        #expect(try await desk.desk.withdrawEntry(entries[0], as: .operatorOnHost))
        #expect(status() == .pending)
        #expect(try await desk.desk.withdrawEntry(entries[1], as: .operatorOnHost))
        #expect(status() == .new)
    }

    @Test func `what left stays, what waits is taken back, and the ticket stays answered`() async throws {
        let copy = Scenario.address("bob@customer.example")
        let message = try await desk.desk.reply(
            to: desk.number, with: ReplyDraft(text: "Use water.", carbonCopies: [copy]), as: .operatorOnHost)
        desk.store.arrange { $0.entries[message.recipients[0].entry]?.summary.state = .sent }
        let taken = try #require(try await desk.desk.takeBackAnswer(to: desk.number, as: .operatorOnHost))
        #expect(!taken.isWhole && taken.ticket.status == .pending)
    }

    @Test func `nobody takes back another's answer by mistake`() async throws {
        _ = try await desk.desk.reply(to: desk.number, with: ReplyDraft(text: "Use water."), as: .operatorOnHost)
        let other = Principal.token(
            AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [.ticketsWrite], mailboxes: nil)
        #expect(try await desk.desk.takeBackAnswer(to: desk.number, as: other) == nil)
        #expect(status() == .pending)
    }
}
