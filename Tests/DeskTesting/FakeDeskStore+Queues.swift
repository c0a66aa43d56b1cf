package import Desk
package import Foundation

/// Queues, views and changes of many tickets.
extension FakeDeskStore {
    package func filters(for principal: Principal) async throws(StoreFailure) -> [SavedFilter] {
        try read { state in
            state.filters.filter { $0.owner == nil || $0.owner == principal.auditName }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        }
    }

    package func addFilter(_ filter: SavedFilter) async throws(StoreFailure) -> AddingOutcome {
        try write { state in
            let others = state.filters.filter { $0.owner == filter.owner }
            guard !others.contains(where: { $0.name == filter.name }) else { return .nameTaken }
            guard others.count < Desk.Limits.savedFilters else { return .full }
            state.filters.append(filter)
            return .added
        }
    }

    package func removeFilter(_ id: SavedFilterID, by principal: Principal) async throws(StoreFailure) -> Bool {
        try write { state in
            let before = state.filters.count
            state.filters.removeAll { $0.id == id && ($0.owner ?? principal.auditName) == principal.auditName }
            return state.filters.count < before
        }
    }

    package func tickets(
        numbered numbers: [TicketNumber], visible: MailboxSight?
    ) async throws(StoreFailure) -> [Ticket] {
        try read { state in
            numbers.compactMap { state.ticket($0)?.ticket }.filter { visible?.contains($0.mailbox) ?? true }
        }
    }

    package func change(
        _ items: [BulkItem], by change: BulkChange, visible: MailboxSight?, author: Principal, now: Date
    ) async throws(StoreFailure) -> BulkOutcome {
        try write { state in
            var outcome = BulkOutcome(changed: [], skipped: [])
            for item in items {
                guard var stored = state.tickets[item.number], stored.mergedInto == nil,
                    stored.ticket.version == item.version,
                    visible?.contains(stored.ticket.mailbox) ?? true,
                    let changes = change.changes(of: stored.ticket)
                else {
                    outcome.skipped.append(item.number)
                    continue
                }
                if state.change(&stored, to: changes, by: author, now: now) != nil {
                    outcome.changed.append(item.number)
                } else {
                    outcome.skipped.append(item.number)
                }
            }
            return outcome
        }
    }
}
