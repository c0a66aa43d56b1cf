/// What came of taking an answer back before it left.
package struct TakingBack: Sendable, Equatable {
    /// The answer as it is shown now, each recipient with what became of their mail.
    package var message: TicketMessage
    /// The ticket after it: as it was before the answer, unless somebody changed it since.
    package var ticket: Ticket

    package init(message: TicketMessage, ticket: Ticket) {
        self.message = message
        self.ticket = ticket
    }

    /// Nothing of it left or can leave.
    package var isWhole: Bool { message.recipients.allSatisfy { $0.state == .withdrawn || $0.state == .suppressed } }
}
