package import Foundation

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
