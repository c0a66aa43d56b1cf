package import Foundation

/// Everything a mail of ours says, as values; `MessageComposer` turns it into bytes.
///
/// There is no way to describe a mail without its `UnsubscribeLink`. What the fields hold may be hostile (a subject
/// that came in by mail, a name a stranger chose): the composer encodes what it can and refuses the rest.
package struct Composition: Sendable {
    /// A display name, when there is one, and where the mail goes.
    package struct Mailbox: Sendable, Equatable {
        package let name: String?
        package let address: EmailAddress

        package init(name: String?, address: EmailAddress) {
            self.name = name
            self.address = address
        }
    }

    /// What a machine wrote (RFC 3834 §5). A person's mail has neither.
    package enum Automatic: String, Sendable {
        /// An answer to a mail: an acknowledgement.
        case replied = "auto-replied"
        /// A notice that answers nothing.
        case generated = "auto-generated"
    }

    package var from: Mailbox
    package var to: Mailbox
    package var replyTo: EmailAddress?
    package var subject: String
    package var date: Date
    package var messageID: MessageID
    package var inReplyTo: MessageID?
    package var references: [MessageID]
    package var text: String
    /// Sentences in the reader's language, in paragraphs; the link follows the last on a line of its own.
    package var footer: String
    package var unsubscribe: UnsubscribeLink
    package var automatic: Automatic?
    package var attachments: [ComposedAttachment]
    /// A language tag such as `de` or `pt-BR` (RFC 5646).
    package var language: String
    package var threadTopic: String?
    package var threadIndex: String?
    /// Sixteen random octets or more; the MIME boundaries come from them.
    package var boundarySeed: [UInt8]
    /// By which we know our own mail when it comes back.
    package var loopToken: String

    package init(
        from: Mailbox, to: Mailbox, replyTo: EmailAddress? = nil, subject: String, date: Date, messageID: MessageID,
        inReplyTo: MessageID? = nil, references: [MessageID] = [], text: String, footer: String,
        unsubscribe: UnsubscribeLink, automatic: Automatic? = nil, attachments: [ComposedAttachment] = [],
        language: String, threadTopic: String? = nil, threadIndex: String? = nil, boundarySeed: [UInt8],
        loopToken: String
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.inReplyTo = inReplyTo
        self.references = references
        self.text = text
        self.footer = footer
        self.unsubscribe = unsubscribe
        self.automatic = automatic
        self.attachments = attachments
        self.language = language
        self.threadTopic = threadTopic
        self.threadIndex = threadIndex
        self.boundarySeed = boundarySeed
        self.loopToken = loopToken
    }
}
