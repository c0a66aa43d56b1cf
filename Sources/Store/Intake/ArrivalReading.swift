internal import Desk
internal import Foundation
internal import Mail

/// Everything about one arrival that can be found out without the database: who wrote it, what is kept of it, and the
/// hashes by which it is recognised. Made before the transaction, so that nobody waits for decoding.
struct ArrivalReading: Sendable {
    let uid: UInt32
    let receivedAt: Date
    let form: Form
    let message: Message?
    let authorship: Authorship?
    let author: EmailAddress
    let authorIndex: [UInt8]
    /// Hash of the Message-ID, or of the whole mail when it has none.
    let messageHash: [UInt8]
    let identity: [UInt8]
    /// Message-IDs it answers, the most telling first.
    let answered: [[UInt8]]
    let replyTokens: [[UInt8]]
    /// A token stands under the address of the mailbox it came to: its plus form does arrive there.
    let isPlusAddressed: Bool
    let subjectTag: TicketNumber?
    let hasLoopToken: Bool
    let unsubscribe: IntakeContext.UnsubscribeRequest
    /// The mail of ours a report returns: by its Message-ID, and by the token in its List-Unsubscribe.
    let returned: [UInt8]?
    let returnedReference: UInt64?
    let suppressionHashes: [[UInt8]]
    let content: MessageContent
    let attachments: [Attachment]
    /// Files that stood inside the text, or in a container only one mail program reads: taken out, kept as attachments.
    let unpacked: [UnpackedFile]
    /// The right of Art. 12–22 that a person's words seem to ask for; a human decides whether they do.
    let askedRight: RightsRequest.Right?
    /// Reports, our own mail and unsubscribe requests never become tickets, so nobody becomes a person by them.
    let canMakePerson: Bool
    let blockedSender: BlockedSender

    enum Form: Sendable {
        case message
        case tooLarge(size: Int)
        case unreadable(bytes: [UInt8], reason: QuarantineReason)
    }

    /// The author of a mail that names none that can be answered. RFC 2606: `invalid` never resolves.
    static let missingAuthor = "unknown@missing.invalid"
}
