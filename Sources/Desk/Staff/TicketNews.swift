/// Mail that came in on one ticket and that staff were not told of yet. Numbers only.
package struct TicketNews: Sendable, Equatable {
    package var ticket: TicketNumber
    package var mailbox: MailboxName
    package var messages: Int
    /// The ticket itself is new.
    package var isNew: Bool

    package init(ticket: TicketNumber, mailbox: MailboxName, messages: Int, isNew: Bool) {
        self.ticket = ticket
        self.mailbox = mailbox
        self.messages = messages
        self.isNew = isNew
    }
}
