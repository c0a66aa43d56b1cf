import Desk
import DeskTesting
import Foundation
import Testing
import Vault

/// What the desk refuses before it asks the store, and how it says what the store refuses.
struct TicketStructureTests {
    private static func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch DeskRefusal.invalid(let field, let expected) {
            return "\(field): \(expected)"
        }
    }

    @Test func `a ticket one may not see is no target, and the refusal does not tell whether it is there`() async throws
    {
        let desk = try TestDesk()
        let sales = try #require(MailboxName("sales"))
        let other = try HelpdeskTests.second(desk)
        desk.store.arrange { $0.tickets[other]?.ticket.mailbox = sales }
        let support = Scenario.mailbox().name
        let bound = Principal.token(
            AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [.ticketsWrite], mailboxes: [support])
        let hidden = try await Self.refusal {
            _ = try await desk.desk.merge(desk.number, into: other, ifVersion: nil, as: bound)
        }
        let missing = try await Self.refusal {
            _ = try await desk.desk.merge(desk.number, into: Scenario.number(99), ifVersion: nil, as: bound)
        }
        #expect(hidden == missing && hidden == "into: a ticket that exists and that you may see")
        let whole = try await Self.refusal {
            _ = try await desk.desk.merge(desk.number, into: other, ifVersion: nil, as: .operatorOnHost)
        }
        #expect(whole == "into: a ticket of the same mailbox")
        #expect(desk.store.snapshot.tickets[desk.number]?.mergedInto == nil)
    }

    @Test func `two people's tickets are not merged, and the refusal says what would have to be decided`() async throws
    {
        let desk = try TestDesk()
        let other = try HelpdeskTests.second(desk)
        desk.store.arrange { $0.tickets[other]?.ticket.requester.id = PersonID(ObjectID(high: 8, low: 8)) }
        let refused = try await Self.refusal {
            _ = try await desk.desk.merge(other, into: desk.number, ifVersion: nil, as: .operatorOnHost)
        }
        #expect(refused?.contains("a ticket of the same person") == true)
        #expect(refused?.contains("add them first, if they may read it") == true)
    }

    @Test func `whoever read a merged ticket answers it under its old number too`() async throws {
        let desk = try TestDesk()
        let other = try HelpdeskTests.second(desk)
        let answer = { () async throws -> TicketMessage in
            var draft = ReplyDraft(text: "Use water.")
            draft.ifUnanswered = true
            return try await desk.desk.reply(to: other, with: draft, as: .operatorOnHost)
        }
        _ = try await desk.desk.ticket(other, as: .operatorOnHost)
        _ = try await desk.desk.merge(other, into: desk.number, ifVersion: nil, as: .operatorOnHost)
        _ = try await desk.desk.ticket(other, as: .operatorOnHost)
        #expect(try await answer().direction == .out)
        _ = try await desk.desk.ticket(desk.number, as: .operatorOnHost)
        // A colleague's answer since then is one the author has not seen.
        let colleague = Principal.token(
            AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [.ticketsWrite], mailboxes: nil)
        _ = try await desk.desk.reply(to: desk.number, with: ReplyDraft(text: "Or sand."), as: colleague)
        await #expect(throws: DeskRefusal.self) { _ = try await answer() }
    }

    @Test func `an address of ours takes part in nothing`() async throws {
        let desk = try TestDesk()
        let refused = try await Self.refusal {
            let address = Scenario.address("Sales+x@example.com")
            _ = try await desk.desk.addParticipant(address, to: desk.number, as: .operatorOnHost)
        }
        #expect(refused == "address: an address that is not a mailbox of this desk")
        #expect(desk.store.snapshot.writes == 0)
    }

    @Test(arguments: ["", " ", "a\nb", String(repeating: "x", count: 501)])
    func `the subject of a split is one line`(subject: String) async throws {
        let desk = try TestDesk()
        let id = try #require(desk.store.snapshot.tickets[desk.number]?.messages.first?.id)
        let refused = try await Self.refusal {
            _ = try await desk.desk.split(
                [id], from: desk.number, subject: subject, ifVersion: nil, as: .operatorOnHost)
        }
        #expect(refused == "subject: one line of 1–500 bytes")
    }
}
