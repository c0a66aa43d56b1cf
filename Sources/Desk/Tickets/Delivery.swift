package import Mail

/// One recipient of one of our messages and what became of it.
package struct Delivery: Sendable, Equatable {
    package var entry: OutboxEntryID
    package var to: EmailAddress?
    package var state: DeliveryState
    package var reason: String?
    package var attempts: Int
    package var lastReply: String?

    package init(
        entry: OutboxEntryID, to: EmailAddress?, state: DeliveryState, reason: String?, attempts: Int,
        lastReply: String?
    ) {
        self.entry = entry
        self.to = to
        self.state = state
        self.reason = reason
        self.attempts = attempts
        self.lastReply = lastReply
    }
}
