/// What a report says about a mail that we sent: whether it arrived, whether somebody complained, whether it was shown.
///
/// Whoever knows an address can write one, so it is a claim: it counts only for a mail of ours whose Message-ID it
/// names.
package struct Bounce: Sendable, Equatable {
    package enum Kind: String, Sendable {
        /// A delivery status notification (RFC 3464), or the same in a mail server's own words.
        case delivery
        /// A complaint of the recipient through their provider (RFC 5965).
        case complaint
        /// A disposition notification (RFC 8098).
        case disposition
    }

    /// RFC 3464 §2.3.3.
    package enum Action: String, Sendable {
        case failed, delayed, delivered, relayed, expanded
    }

    package struct Recipient: Sendable, Equatable {
        /// The address that we sent to, where the report names it; the one it was forwarded to otherwise.
        package let address: EmailAddress?
        package let action: Action
        /// RFC 3463, such as `5.1.1`.
        package let status: String?

        /// Whether trying again would be refused again. A server that gave up after days of 4.x has failed this mail,
        /// and says nothing about the next.
        package var isPermanent: Bool { action == .failed && status?.hasPrefix("4.") != true }

        /// Whether the address itself is dead, and not only this mail refused: a full mailbox or a policy is not that.
        package var isAddressDead: Bool {
            guard action == .failed, let status else { return false }
            return ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"].contains(status)
        }
    }

    package let kind: Kind
    package let recipients: [Recipient]
    /// The Message-ID of the mail that the report is about.
    package let returnedMessageID: MessageID?
    /// The List-Unsubscribe value of that mail: by its token a complaint finds whom it concerns (RFC 6590 hides the
    /// rest).
    package let returnedListUnsubscribe: String?

    init(
        kind: Kind, recipients: [Recipient], returnedMessageID: MessageID?, returnedListUnsubscribe: String? = nil
    ) {
        self.kind = kind
        self.recipients = recipients
        self.returnedMessageID = returnedMessageID
        self.returnedListUnsubscribe = returnedListUnsubscribe
    }
}
