package import Foundation

/// One mail to one recipient, as a worker claims it.
package struct ClaimedEntry: Sendable {
    package var id: OutboxEntryID
    package var ticket: TicketNumber?
    package var mailClass: MailClass
    package var attempts: Int
    /// The previous try may have been delivered: this is the one allowed repetition (P4).
    package var isRepetition: Bool
    package var enqueuedAt: Date
    /// nil when the stored bytes no longer open or no longer prove their link; such an entry fails.
    package var outbound: Outbound?

    package init(
        id: OutboxEntryID, ticket: TicketNumber?, mailClass: MailClass, attempts: Int, isRepetition: Bool,
        enqueuedAt: Date, outbound: Outbound?
    ) {
        self.id = id
        self.ticket = ticket
        self.mailClass = mailClass
        self.attempts = attempts
        self.isRepetition = isRepetition
        self.enqueuedAt = enqueuedAt
        self.outbound = outbound
    }
}
