/// Who wrote a message: a person, or a machine and how we know.
///
/// The verdict decides nothing by itself. A machine's mail is stored like any other and never acknowledged; what
/// reopens a ticket is decided by `Message.bounce` and `Message.isOutOfOffice`.
package enum Automation: Sendable, Equatable {
    case person
    case machine(reason: Reason)

    /// The signs, the most certain first.
    package enum Reason: String, Sendable, CaseIterable {
        /// Our own mail came back.
        case ownMail = "own-mail"
        case nullReturnPath = "null-return-path"
        case report
        case autoSubmitted = "auto-submitted"
        case responseSuppressed = "response-suppressed"
        case autoReplyHeader = "auto-reply-header"
        case precedence
        case loopHeader = "loop-header"
        case mailingList = "mailing-list"
        case machineGenerated = "machine-generated"
        case notificationRelay = "notification-relay"
        case roleSender = "role-sender"
        /// Only its subject says so: "Automatic reply: …".
        case autoReplySubject = "auto-reply-subject"
    }

    package var isMachine: Bool { self != .person }
}
