/// What the store knows that bears on writing first. Read inside the transaction that writes it.
package struct OpeningContext: Sendable {
    package var ticket: TicketNumber
    package var mailbox: MailboxProfile
    /// The name of a person we knew before; whoever writes first does not give one.
    package var recipientName: String?
    package var suppression: SuppressionRecord?

    package init(
        ticket: TicketNumber, mailbox: MailboxProfile, recipientName: String?, suppression: SuppressionRecord?
    ) {
        self.ticket = ticket
        self.mailbox = mailbox
        self.recipientName = recipientName
        self.suppression = suppression
    }
}
