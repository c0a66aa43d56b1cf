/// The personal part of one message: sealed as one value under the message's own content key.
///
/// This is the allow-list of what is kept of a mail (gdpr.md A2.3). Whatever is not here is dropped at the door:
/// Received lines, addresses of relays, mail programs, tracking headers.
package struct MessageContent: Sendable, Equatable {
    package var author: String
    package var subject: String
    package var text: String
    package var fromHTML: Bool
    package var to: [String]
    package var cc: [String]
    /// A Reply-To that differs from the author.
    package var replyTo: String?
    package var messageID: String?
    package var references: [String]
    package var threadTopic: String?
    package var threadIndex: String?
    package var automaticReason: String?
    package var remarks: [String]

    package init(
        author: String, subject: String, text: String, fromHTML: Bool = false, to: [String] = [], cc: [String] = [],
        replyTo: String? = nil, messageID: String? = nil, references: [String] = [], threadTopic: String? = nil,
        threadIndex: String? = nil, automaticReason: String? = nil, remarks: [String] = []
    ) {
        self.author = author
        self.subject = subject
        self.text = text
        self.fromHTML = fromHTML
        self.to = to
        self.cc = cc
        self.replyTo = replyTo
        self.messageID = messageID
        self.references = references
        self.threadTopic = threadTopic
        self.threadIndex = threadIndex
        self.automaticReason = automaticReason
        self.remarks = remarks
    }
}
