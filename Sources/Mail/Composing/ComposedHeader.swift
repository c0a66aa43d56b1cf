import Foundation

/// A header field of a mail we write: a name from a closed list and a typed value.
///
/// `HeaderWriter` is the only code that turns one into bytes.
struct ComposedHeader {
    enum Name: String {
        case from = "From"
        case to = "To"
        case cc = "Cc"
        case replyTo = "Reply-To"
        case subject = "Subject"
        case date = "Date"
        case messageID = "Message-ID"
        case inReplyTo = "In-Reply-To"
        case references = "References"
        case threadTopic = "Thread-Topic"
        case threadIndex = "Thread-Index"
        case autoSubmitted = "Auto-Submitted"
        case autoResponseSuppress = "X-Auto-Response-Suppress"
        case loop = "X-Ticketd-Loop"
        case listUnsubscribe = "List-Unsubscribe"
        case listUnsubscribePost = "List-Unsubscribe-Post"
        case mimeVersion = "MIME-Version"
        case contentLanguage = "Content-Language"
        case contentType = "Content-Type"
        case contentTransferEncoding = "Content-Transfer-Encoding"
        case contentDisposition = "Content-Disposition"
        case comments = "Comments"
        case reconstructed = "X-Ticketd-Reconstructed"
    }

    enum Value {
        /// Free text; encoded when it has to be.
        case text(String)
        case mailbox(Composition.Mailbox)
        case mailboxes([Composition.Mailbox])
        case identifiers([MessageID])
        case date(Date)
        /// Pieces of visible ASCII, with a fold allowed between any two.
        case pieces([String])
        /// One URI a line, each in angle brackets.
        case links([String])
    }

    let name: Name
    let value: Value

    init(_ name: Name, _ value: Value) {
        self.name = name
        self.value = value
    }
}
