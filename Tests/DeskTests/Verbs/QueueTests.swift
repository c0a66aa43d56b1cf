import Desk
import DeskTesting
import Foundation
import Testing
import Vault

/// Saved filters, and changes of many tickets.
struct QueueTests {
    private let desk: TestDesk
    private let reader = Principal.token(
        AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [.ticketsRead], mailboxes: nil)
    private let writer = Principal.token(
        AccessTokenID(ObjectID(high: 2, low: 2)), scopes: [.ticketsRead, .ticketsWrite], mailboxes: nil)

    init() throws {
        desk = try TestDesk()
    }

    private func name(_ text: String) throws -> ShortName { try #require(ShortName(text)) }

    @Test func `who reads saves a view of their own, who writes a queue of the desk, and one's own comes first`()
        async throws
    {
        let closed = TicketCriteria(status: .closed)
        await #expect(throws: DeskRefusal.forbidden(.ticketsWrite)) {
            try await desk.desk.addFilter(name("q"), closed, isOwn: false, as: reader)
        }
        let queue = try await desk.desk.addFilter(name("q"), TicketCriteria(), isOwn: false, as: writer)
        let own = try await desk.desk.addFilter(name("q"), closed, isOwn: true, as: reader)
        #expect(try await desk.desk.criteria(savedAs: name("q"), as: reader) == closed)
        #expect(try await desk.desk.criteria(savedAs: name("q"), as: writer) == TicketCriteria())
        await #expect(throws: DeskRefusal.forbidden(.ticketsWrite)) {
            try await desk.desk.removeFilter(queue.id, as: reader)
        }
        await #expect(throws: DeskRefusal.notFound(.filter)) { try await desk.desk.removeFilter(own.id, as: writer) }
        try await desk.desk.removeFilter(own.id, as: reader)
        #expect(try await desk.desk.filters(as: reader) == [queue])
    }

    @Test(arguments: [
        TicketCriteria(assignee: .named("")), TicketCriteria(assignee: .named("a\nb")), TicketCriteria(tag: ""),
        TicketCriteria(unchangedFor: .seconds(-1)), TicketCriteria(unchangedFor: .seconds(Int64.max)),
    ])
    func `criteria that cannot be are refused`(criteria: TicketCriteria) async throws {
        await #expect(throws: DeskRefusal.self) {
            try await desk.desk.addFilter(name("q"), criteria, isOwn: true, as: writer)
        }
        await #expect(throws: DeskRefusal.self) { try await desk.desk.tickets(TicketFilter(criteria), as: writer) }
        #expect(desk.store.snapshot.writes == 0)
    }

    @Test func `what stands beside a filter comes before what the filter says`() {
        let saved = TicketCriteria(status: .open, tag: "fire")
        let both = TicketCriteria(status: .closed).completed(by: saved)
        #expect(both == TicketCriteria(status: .closed, tag: "fire"))
    }

    @Test func `what was previewed is what is done, by whom it was previewed, and nothing else`() async throws {
        let change = BulkChange(status: .closed, addedTags: ["done"])
        let preview = try await desk.desk.previewBulk(of: .criteria(TicketCriteria()), by: change, as: writer)
        #expect(preview.items == [BulkItem(number: desk.number, version: 1)] && desk.store.snapshot.writes == 0)
        let wrong: [([BulkItem], BulkChange, String, Principal)] = [
            (preview.items, change, preview.digest + "0", writer),
            (preview.items, change, preview.digest, .operatorOnHost),
            (preview.items, BulkChange(status: .open), preview.digest, writer), ([], change, preview.digest, writer),
            ([BulkItem(number: desk.number, version: 2)], change, preview.digest, writer),
        ]
        for (items, change, digest, principal) in wrong {
            await #expect(throws: DeskRefusal.self) {
                try await desk.desk.bulkChange(items, by: change, digest: digest, as: principal)
            }
        }
        #expect(desk.store.snapshot.writes == 0)
        let outcome = try await desk.desk.bulkChange(preview.items, by: change, digest: preview.digest, as: writer)
        #expect(outcome == BulkOutcome(changed: [desk.number], skipped: []))
        let again = try await desk.desk.bulkChange(preview.items, by: change, digest: preview.digest, as: writer)
        #expect(again == BulkOutcome(changed: [], skipped: [desk.number]))
        #expect(desk.store.snapshot.entries.count == 1)
    }

    @Test func `a preview counts what is so already, and names what is not there once`() async throws {
        let missing = Scenario.number(77)
        let preview = try await desk.desk.previewBulk(
            of: .numbers([desk.number, missing, missing, desk.number]), by: BulkChange(assignee: ""), as: writer)
        #expect(preview.items.isEmpty && preview.unchanged == 1 && preview.missing == [missing])
    }

    @Test func `a change of nothing and a change of too many are refused`() async throws {
        await #expect(throws: DeskRefusal.self) {
            try await desk.desk.previewBulk(of: .numbers([desk.number]), by: BulkChange(), as: writer)
        }
        let many = (1...(Int64(Limits.bulkTickets) + 1)).compactMap { TicketNumber($0) }
        await #expect(throws: DeskRefusal.self) {
            try await desk.desk.previewBulk(of: .numbers(many), by: BulkChange(status: .closed), as: writer)
        }
    }
}
