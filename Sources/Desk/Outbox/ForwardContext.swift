package import Foundation
package import Mail

/// What the store knows that bears on forwarding a message. Read inside the transaction that writes it.
package struct ForwardContext: Sendable {
    package var ticket: TicketNumber
    package var mailbox: MailboxProfile
    package var direction: TicketMessage.Direction
    package var subject: String
    package var text: String
    package var at: Date
    package var files: [ComposedAttachment]
    /// What the recipient wished, if they ever unsubscribed.
    package var suppression: SuppressionRecord?

    package init(
        ticket: TicketNumber, mailbox: MailboxProfile, direction: TicketMessage.Direction, subject: String,
        text: String, at: Date, files: [ComposedAttachment], suppression: SuppressionRecord?
    ) {
        self.ticket = ticket
        self.mailbox = mailbox
        self.direction = direction
        self.subject = subject
        self.text = text
        self.at = at
        self.files = files
        self.suppression = suppression
    }
}
