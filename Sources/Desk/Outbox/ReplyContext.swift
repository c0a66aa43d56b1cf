package import Foundation
package import Mail

/// What the store knows that bears on an answer. Read inside the transaction that writes it.
package struct ReplyContext: Sendable {
    package var ticket: Ticket
    package var mailbox: MailboxProfile
    package var recipient: EmailAddress?
    package var recipientName: String?
    package var suppression: SuppressionRecord?
    /// Suppressions of the carbon-copied addresses, by normalised address.
    package var copiedSuppressions: [String: SuppressionRecord]
    package var isUndeliverable: Bool
    /// The newest message of the requester: what the answer answers.
    package var answers: MessageContent?
    /// No human has answered that message yet.
    package var isFirstAnswer: Bool
    /// When the person wrote that message.
    package var wroteAt: Date?
    package var isFirstContact: Bool

    package init(
        ticket: Ticket, mailbox: MailboxProfile, recipient: EmailAddress?, recipientName: String?,
        suppression: SuppressionRecord?, copiedSuppressions: [String: SuppressionRecord], isUndeliverable: Bool,
        answers: MessageContent?, isFirstAnswer: Bool, wroteAt: Date?, isFirstContact: Bool
    ) {
        self.ticket = ticket
        self.mailbox = mailbox
        self.recipient = recipient
        self.recipientName = recipientName
        self.suppression = suppression
        self.copiedSuppressions = copiedSuppressions
        self.isUndeliverable = isUndeliverable
        self.answers = answers
        self.isFirstAnswer = isFirstAnswer
        self.wroteAt = wroteAt
        self.isFirstContact = isFirstContact
    }
}
