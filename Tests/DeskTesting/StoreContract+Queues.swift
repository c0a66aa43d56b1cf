import Desk
import Foundation

/// Criteria, saved filters and changes of many tickets.
extension StoreContract {
    static let queues = [
        StoreContract("a list is narrowed by what is sealed and by what is not") { subject in
            let numbers = try await subject.openMany(4)
            let changes: [TicketChanges] = [
                TicketChanges(assignee: "grace", tags: ["fire", "paper"]), TicketChanges(tags: ["fire"]),
                TicketChanges(assignee: "ada", labels: [.minor]),
            ]
            for (number, change) in zip(numbers, changes) {
                subject.clock.advance(by: .seconds(1))
                _ = try await subject.store.change(
                    number, to: change, ifVersion: nil, by: .operatorOnHost, now: subject.now)
            }
            subject.clock.advance(by: .seconds(60))
            _ = try await subject.store.note(numbers[3], text: "x", by: .operatorOnHost, now: subject.now)
            let cases: [(TicketCriteria, [Int])] = [
                (TicketCriteria(assignee: .named("grace")), [0]), (TicketCriteria(assignee: .nobody), [3, 1]),
                (TicketCriteria(tag: "fire"), [1, 0]), (TicketCriteria(assignee: .nobody, tag: "fire"), [1]),
                (TicketCriteria(label: .minor), [2]), (TicketCriteria(unchangedFor: .seconds(30)), [2, 1, 0]),
                (TicketCriteria(unchangedFor: .seconds(3600)), []), (TicketCriteria(tag: "fir"), []),
            ]
            for (criteria, expected) in cases {
                var found: [TicketNumber] = []
                var filter = TicketFilter(criteria, limit: 1)
                repeat {
                    let page = try await subject.store.tickets(filter)
                    found += page.tickets.map(\.number)
                    filter.after = page.next
                } while filter.after != nil
                try subject.require(found == expected.map { numbers[$0] }, "\(criteria) found \(found)")
            }
        },
        StoreContract("a saved filter is kept as it was, for the desk or for its owner, one of a name") { subject in
            let world = subject.clock.world
            let other = Principal.token(AccessTokenID(from: world), scopes: [], mailboxes: nil)
            let name = try subject.unwrap(ShortName("mine"), "a name")
            let criteria = TicketCriteria(
                status: .open, mailbox: subject.profile.name, priority: .high, assignee: .named("grace"), tag: "fire",
                label: .art9, snoozing: .any, unchangedFor: .seconds(90))
            let desks = SavedFilter(id: SavedFilterID(from: world), name: name, owner: nil, criteria: criteria)
            let own = SavedFilter(
                id: SavedFilterID(from: world), name: name, owner: other.auditName,
                criteria: TicketCriteria(assignee: .nobody))
            for filter in [desks, own] {
                let outcome = try await subject.store.addFilter(filter)
                try subject.require(outcome == .added, "\(outcome)")
            }
            var again = desks
            again.id = SavedFilterID(from: world)
            try subject.require(try await subject.store.addFilter(again) == .nameTaken, "one of a name")
            try subject.require(try await subject.store.filters(for: .operatorOnHost) == [desks], "the desk's")
            try subject.require(try await subject.store.filters(for: other) == [desks, own], "and one's own")
            let stolen = try await subject.store.removeFilter(own.id, by: .operatorOnHost)
            try subject.require(!stolen, "nobody removes another's")
            for (id, by) in [(own.id, other), (desks.id, .operatorOnHost)] {
                let removed = try await subject.store.removeFilter(id, by: by)
                try subject.require(removed, "it was there")
            }
            try subject.require(try await subject.store.filters(for: other).isEmpty, "both are gone")
        },
        StoreContract("there are only so many saved filters of one owner") { subject in
            for index in 0...Limits.savedFilters {
                let name = try subject.unwrap(ShortName("f\(index)"), "a name")
                let filter = SavedFilter(
                    id: SavedFilterID(from: subject.clock.world), name: name, owner: nil, criteria: TicketCriteria())
                let outcome = try await subject.store.addFilter(filter)
                try subject.require(outcome == (index < Limits.savedFilters ? .added : .full), "\(index): \(outcome)")
            }
        },
        StoreContract("of many tickets those still as they were are changed, the others named") { subject in
            let numbers = try await subject.openMany(4)
            let items = numbers.map { BulkItem(number: $0, version: 1) }
            _ = try await subject.store.note(numbers[1], text: "x", by: .operatorOnHost, now: subject.now)
            let change = BulkChange(status: .closed, assignee: "grace", addedTags: ["done"])
            let outcome = try await subject.store.change(
                items + [BulkItem(number: try subject.unwrap(TicketNumber(77), "a number"), version: 1)], by: change,
                visible: nil, author: .operatorOnHost, now: subject.now)
            try subject.require(outcome.changed == [numbers[0], numbers[2], numbers[3]], "\(outcome)")
            try subject.require(outcome.skipped.map(\.value) == [numbers[1].value, 77], "\(outcome)")
            let tickets = try await subject.store.tickets(numbered: numbers, visible: nil)
            try subject.require(tickets.map(\.status) == [.closed, .new, .closed, .closed], "\(tickets)")
            try subject.require(tickets[0].assignee == "grace" && tickets[0].tags == ["done"], "\(tickets[0])")
            try subject.require(tickets.map(\.version) == [2, 2, 2, 2], "each act counts once")
            let hidden = try await subject.store.change(
                [BulkItem(number: numbers[0], version: 2)], by: BulkChange(status: .open), visible: [],
                author: .operatorOnHost, now: subject.now)
            try subject.require(hidden.skipped == [numbers[0]], "what one may not see is not changed")
            try subject.require(
                try await subject.store.tickets(numbered: numbers, visible: []).isEmpty, "nor shown")
            try subject.require(try await subject.sendAll().count == 4, "only the acknowledgements leave")
        },
    ]
}
