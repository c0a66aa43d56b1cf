import Desk
package import Foundation
import Mail

/// One message of a ticket as the API shows it. `to` and `delivery` are the requester's; `recipients` lists all.
package struct APIMessage: Codable, Sendable, Equatable {
    package struct Attachment: Codable, Sendable, Equatable {
        package var id: String
        @OrNull package var filename: String?
        package var mediaType: String
        package var size: Int
        package var inline: Bool

        init(_ attachment: AttachmentSummary) {
            id = attachment.id.hex
            filename = attachment.filename
            mediaType = attachment.mediaType
            size = attachment.size
            inline = attachment.isInline
        }
    }

    /// What the person says about the message (Art. 16).
    package struct Statement: Codable, Sendable, Equatable {
        package var text: String
        package var at: Date
        package var by: String

        init(_ statement: Desk.Statement) {
            text = statement.text
            at = statement.at
            by = statement.author
        }
    }

    package var id: String
    /// `in`, `out` or `note`.
    package var direction: String
    package var author: String
    @OrNull package var authorId: String?
    package var text: String
    package var html: Bool
    package var at: Date
    @OrNull package var messageId: String?
    package var automatic: Bool
    @OrNull package var automaticReason: String?
    package var verified: Bool
    package var held: Bool
    package var attachments: [Attachment]
    package var remarks: [String]
    @OrNull package var replyTo: String?
    @OrNull package var to: String?
    @OrNull package var delivery: APIDelivery?
    package var recipients: [APIDelivery]
    package var statements: [Statement]

    init(_ message: TicketMessage) {
        id = message.id.hex
        direction = message.direction.rawValue
        author = message.author
        authorId = message.authorID?.hex
        text = message.text
        html = message.fromHTML
        at = message.at
        messageId = message.messageID?.value
        automatic = message.automatic
        automaticReason = message.automaticReason
        verified = message.verified
        held = message.held
        attachments = message.attachments.map { Attachment($0) }
        remarks = message.remarks
        replyTo = message.replyTo
        recipients = message.recipients.map { APIDelivery($0) }
        statements = message.statements.map { Statement($0) }
        // The requester's entry is planned first (ReplyPlan) and stays first.
        to = recipients.first?.to
        delivery = recipients.first
    }
}
