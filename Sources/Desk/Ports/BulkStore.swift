package import Foundation

/// What those who tidy up ask of the store.
package protocol BulkStore: Sendable {
    /// The tickets these numbers lead to and that may be seen, in the order asked. Not counted as reading them: nothing
    /// of their content is shown.
    func tickets(
        numbered numbers: [TicketNumber], visible: MailboxSight?
    ) async throws(StoreFailure) -> [Ticket]
    /// Changes every ticket that is still at its version and may be seen, in one transaction; the others are left
    /// alone and named.
    func change(
        _ items: [BulkItem], by change: BulkChange, visible: MailboxSight?, author: Principal, now: Date
    ) async throws(StoreFailure) -> BulkOutcome
}
