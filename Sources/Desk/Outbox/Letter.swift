package import Foundation
package import Mail

/// A mail before it has bytes: what is said, to whom, and in answer to what. `Dispatch` makes an `Outbound` of it.
package struct Letter: Sendable {
    package var mailClass: MailClass
    package var mailbox: MailboxProfile
    /// nil for mail to staff, which belongs to no ticket.
    package var ticket: TicketNumber?
    /// Who it is from, when that is not the mailbox: an alarm over a server of its own.
    package var sender: EmailAddress?
    package var recipient: EmailAddress
    package var recipientName: String?
    package var subject: String
    package var text: String
    package var inReplyTo: MessageID?
    package var references: [MessageID]
    package var threadTopic: String?
    package var threadIndex: String?
    package var attachments: [ComposedAttachment]
    /// The first mail this person gets from us: it brings the privacy notice and the right to object (Art. 13, 21(4)).
    package var isFirstContact: Bool
    /// The person did not write in this matter: the footer says so instead of "because you wrote to us".
    package var isUnasked: Bool
    /// It hands on what somebody else wrote: the footer says so.
    package var isForwarded: Bool
    /// The person unsubscribed then, and wrote again later: the mail says so and offers to undo it.
    package var unsubscribedOn: Date?
    package var language: Language

    package init(
        mailClass: MailClass, mailbox: MailboxProfile, ticket: TicketNumber?, sender: EmailAddress? = nil,
        recipient: EmailAddress, recipientName: String?, subject: String, text: String, inReplyTo: MessageID? = nil,
        references: [MessageID] = [], threadTopic: String? = nil, threadIndex: String? = nil,
        attachments: [ComposedAttachment] = [], isFirstContact: Bool, isUnasked: Bool = false,
        isForwarded: Bool = false,
        unsubscribedOn: Date? = nil, language: Language
    ) {
        self.mailClass = mailClass
        self.mailbox = mailbox
        self.ticket = ticket
        self.sender = sender
        self.recipient = recipient
        self.recipientName = recipientName
        self.subject = subject
        self.text = text
        self.inReplyTo = inReplyTo
        self.references = references
        self.threadTopic = threadTopic
        self.threadIndex = threadIndex
        self.attachments = attachments
        self.isFirstContact = isFirstContact
        self.isUnasked = isUnasked
        self.isForwarded = isForwarded
        self.unsubscribedOn = unsubscribedOn
        self.language = language
    }
}
