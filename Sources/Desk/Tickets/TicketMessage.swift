package import Foundation
package import Mail

/// One thing said on a ticket: a customer's mail, an agent's reply, an internal note, or an event.
package struct TicketMessage: Sendable, Equatable {
    package var id: TicketMessageID
    package var direction: Direction
    /// For people: the display name or address they wrote under. For staff: the role or token label.
    package var author: String
    package var authorID: PersonID?
    package var text: String
    /// Whether the text was made from HTML.
    package var fromHTML: Bool
    package var at: Date
    package var messageID: MessageID?
    package var automatic: Bool
    /// Why it was taken for machine mail; nil for people.
    package var automaticReason: String?
    /// Whether the sender was proved by the mailbox's own authentication results.
    package var verified: Bool
    /// A stranger's message with a valid token: seen by agents only, until one admits it.
    package var held: Bool
    package var attachments: [AttachmentSummary]
    package var recipients: [Delivery]
    /// What an agent should know about it: `text-html-differ`, `too-large`, `duplicate-message-id`,
    /// `trackers-removed:3` …
    package var remarks: [String]
    /// Where an answer would go, when it is not the author.
    package var replyTo: String?
    /// What the person says about it (Art. 16), oldest first.
    package var statements: [Statement] = []

    package enum Direction: String, Sendable {
        case `in`, out, note
    }

    package init(
        id: TicketMessageID, direction: Direction, author: String, authorID: PersonID?, text: String, fromHTML: Bool,
        at: Date, messageID: MessageID?, automatic: Bool, automaticReason: String?, verified: Bool, held: Bool,
        attachments: [AttachmentSummary], recipients: [Delivery], remarks: [String], replyTo: String?
    ) {
        self.id = id
        self.direction = direction
        self.author = author
        self.authorID = authorID
        self.text = text
        self.fromHTML = fromHTML
        self.at = at
        self.messageID = messageID
        self.automatic = automatic
        self.automaticReason = automaticReason
        self.verified = verified
        self.held = held
        self.attachments = attachments
        self.recipients = recipients
        self.remarks = remarks
        self.replyTo = replyTo
    }
}
