import Desk
import DeskTesting
import Foundation
import Testing

/// The verbs of queues and of many tickets, for the table of who may do what.
extension HelpdeskTests {
    static let queueVerbs = [
        Verb("saved filters", .ticketsRead, elsewhere: .empty) { desk, principal in
            arrangeFilter(desk)
            return try await !desk.desk.filters(as: principal).isEmpty
        },
        Verb("the criteria of a saved filter", .ticketsRead, elsewhere: .notFound(.filter)) { desk, principal in
            arrangeFilter(desk)
            let name = try #require(ShortName("support"))
            return try await desk.desk.criteria(savedAs: name, as: principal).mailbox != nil
        },
        Verb("previewing a change of many", .ticketsWrite, elsewhere: .empty) { desk, principal in
            let preview = try await desk.desk.previewBulk(
                of: .numbers([desk.number]), by: BulkChange(status: .closed), as: principal)
            return !preview.items.isEmpty
        },
    ]

    private static func arrangeFilter(_ desk: TestDesk) {
        guard let name = ShortName("support") else { return }
        let filter = SavedFilter(
            id: SavedFilterID(from: desk.desk.world), name: name, owner: nil,
            criteria: TicketCriteria(mailbox: Scenario.mailbox().name))
        desk.store.arrange { $0.filters = [filter] }
    }
}
