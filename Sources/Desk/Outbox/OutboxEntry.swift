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

/// What a list of the outbox shows. Nothing personal.
package struct OutboxEntrySummary: Sendable, Equatable {
    package var id: OutboxEntryID
    package var ticket: TicketNumber?
    package var mailbox: MailboxName
    package var mailClass: MailClass
    package var state: DeliveryState
    package var attempts: Int
    package var nextAttemptAt: Date?
    package var lastReply: String?
    package var reason: String?

    package init(
        id: OutboxEntryID, ticket: TicketNumber?, mailbox: MailboxName, mailClass: MailClass, state: DeliveryState,
        attempts: Int, nextAttemptAt: Date?, lastReply: String?, reason: String?
    ) {
        self.id = id
        self.ticket = ticket
        self.mailbox = mailbox
        self.mailClass = mailClass
        self.state = state
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
        self.lastReply = lastReply
        self.reason = reason
    }
}

/// The row written when a try ended. Decided by `RetryPolicy`, written by the store.
package enum Settlement: Sendable, Equatable {
    case sent(reply: String)
    case deferred(until: Date, reply: String?)
    case failed(reason: String, reply: String?)
    case suppressed(reason: String)
    /// Fate unknown; tried once more at this time.
    case unknown(retryAt: Date)
    /// Nothing was said about this mail: back to the queue, no attempt counted.
    case released(until: Date)
}
