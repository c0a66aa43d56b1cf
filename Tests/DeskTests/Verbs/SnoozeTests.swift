import Desk
import DeskTesting
import Foundation
import Testing

/// Putting a ticket off.
struct SnoozeTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
    }

    @Test func `what is put off is out of the list until its time`() async throws {
        let until = desk.clock.now.addingTimeInterval(3600)
        _ = try await desk.desk.snooze(desk.number, until: until, as: .operatorOnHost)
        for (snoozing, count) in [(Snoozing.hide, 0), (.only, 1), (.any, 1)] {
            #expect(try await listed(snoozing) == count, "\(snoozing)")
        }
        desk.clock.advance(by: .seconds(3600))
        for (snoozing, count) in [(Snoozing.hide, 1), (.only, 0), (.any, 1)] {
            #expect(try await listed(snoozing) == count, "\(snoozing)")
        }
    }

    @Test(arguments: [-1, 0, 366 * 86_400 + 1] as [Double])
    func `a time is to come and within a year`(seconds: Double) async throws {
        let until = desk.clock.now.addingTimeInterval(seconds)
        await #expect(
            throws: DeskRefusal.invalid(field: "until", expected: "a time to come, at most a year ahead")
        ) {
            try await desk.desk.snooze(desk.number, until: until, as: .operatorOnHost)
        }
        #expect(desk.store.snapshot.writes == 0)
    }

    @Test func `a closed ticket is not put off`() async throws {
        let until = desk.clock.now.addingTimeInterval(3600)
        _ = try await desk.desk.change(
            desk.number, to: TicketChanges(status: .closed), ifVersion: nil, as: .operatorOnHost)
        await #expect(throws: DeskRefusal.self) {
            try await desk.desk.snooze(desk.number, until: until, as: .operatorOnHost)
        }
    }

    private func listed(_ snoozing: Snoozing) async throws -> Int {
        try await desk.desk.tickets(TicketFilter(snoozing: snoozing), as: .operatorOnHost).tickets.count
    }
}
