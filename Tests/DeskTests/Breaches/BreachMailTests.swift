import Desk
import DeskTesting
import Foundation
import Mail
import Testing

/// A mail to the authority leaves only where somebody chose it, through the ordinary outbox, and is recorded.
struct BreachMailTests {
    @Test func `the mail is a ticket of ours and the filing names it`() async throws {
        let test = try TestDesk()
        let number = try await Self.open(test)
        let breach = try await test.desk.mailAuthority(about: number, Self.filing(test), as: .operatorOnHost)
        #expect(breach.filings.count == 1 && breach.notifiedAt != nil && !breach.isClockRunning)
        let reference = try #require(breach.filings.first?.reference)
        #expect(reference.hasPrefix("AZ 7, ticket #"))
        let tickets = try await test.desk.tickets(TicketFilter(), as: .operatorOnHost).tickets
        let written = tickets.first { $0.requester.address?.text == "mailbox@authority.example" }
        #expect(written?.subject.contains("Art. 33") == true)
    }

    @Test func `a late one without its reasons, an exercise and another way leave nothing`() async throws {
        let test = try TestDesk()
        let number = try await Self.open(test)
        test.clock.advance(by: .seconds(73 * 3600))
        let drill = try await Self.open(test, isDrill: true)
        var wrong = Self.filing(test)
        wrong.way = .portal
        for (breach, filing) in [(number, Self.filing(test)), (drill, Self.filing(test)), (number, wrong)] {
            await #expect(throws: DeskRefusal.self) {
                try await test.desk.mailAuthority(about: breach, filing, as: .operatorOnHost)
            }
        }
        let tickets = try await test.desk.tickets(TicketFilter(), as: .operatorOnHost).tickets
        #expect(tickets.map(\.number) == [test.number])
        #expect(try await test.desk.breach(number, as: .operatorOnHost).filings.isEmpty)
    }

    private static func open(_ test: TestDesk, isDrill: Bool = false) async throws -> BreachNumber {
        var draft = BreachDraft(
            detectedAt: test.clock.now, awareAt: test.clock.now, decidedBy: "B. Muster", kinds: [.confidentiality])
        draft.isDrill = isDrill
        return try await test.desk.openBreach(draft, as: .operatorOnHost).number
    }

    private static func filing(_ test: TestDesk) -> BreachFiling {
        BreachFiling(
            recipient: .authority, way: .email, stage: .initial, reference: "AZ 7", at: test.clock.now,
            lateReasons: nil, recordedAt: test.clock.now, by: "operator")
    }
}
