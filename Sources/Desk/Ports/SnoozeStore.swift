package import Foundation

/// What those who want to come back to a ticket later ask of the store.
package protocol SnoozeStore: Sendable {
    /// Takes a ticket out of sight until a time, in place of an earlier time. Closing it, a mail of its people and a
    /// failed delivery bring it back before.
    func snooze(
        _ number: TicketNumber, until: Date, by author: Principal, now: Date
    ) async throws(StoreFailure) -> SnoozeOutcome
    /// Brings it back at once. One that is not out of sight stays as it is.
    func wake(_ number: TicketNumber, by author: Principal, now: Date) async throws(StoreFailure) -> SnoozeOutcome
    /// Brings back what is due, oldest first: it is open again, says so, and stands on top of the list.
    func wakeDue(now: Date, limit: Int) async throws(StoreFailure) -> [TicketNumber]
    /// When the next one is due; nil when none is out of sight.
    func nextWake() async throws(StoreFailure) -> Date?
}

package enum SnoozeOutcome: Sendable, Equatable {
    case done(Ticket)
    /// A closed ticket is out of the way already.
    case isClosed
    case notFound
}
