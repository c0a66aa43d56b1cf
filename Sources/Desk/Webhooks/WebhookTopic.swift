/// What another program can be told of. Names never change: programs compare them.
package enum WebhookTopic: String, Sendable, CaseIterable {
    /// A mail or an agent opened a ticket.
    case ticketOpened = "ticket.opened"
    /// Somebody outside wrote into a ticket.
    case ticketMessage = "ticket.message"
    case ticketAnswered = "ticket.answered"
    case ticketClosed = "ticket.closed"
    /// A mail of ours was not delivered, for good.
    case outboxFailed = "outbox.failed"
    /// Sent by `webhooks test` alone, to whoever it names.
    case test

    /// What can be asked for.
    package static let subscribable = allCases.filter { $0 != .test }
}
