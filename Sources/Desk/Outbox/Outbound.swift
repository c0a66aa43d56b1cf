package import Mail

/// A mail that may leave: final bytes for one recipient, proved to carry their unsubscribe link (P6).
///
/// This is the only thing a `Courier` accepts, and this is its only initialiser. It refuses bytes whose headers
/// and bodies do not all carry exactly the given link, so "mandatory unsubscribe" is a type and not a check
/// somebody could forget.
package struct Outbound: Sendable {
    package let sender: EnvelopeSender
    package let recipient: EmailAddress
    package let mailbox: MailboxName
    package let bytes: [UInt8]
    package let unsubscribe: UnsubscribeLink

    package init?(
        sender: EnvelopeSender, recipient: EmailAddress, mailbox: MailboxName, bytes: [UInt8],
        unsubscribe: UnsubscribeLink
    ) {
        guard let proof = UnsubscribeProof(of: bytes), proof.link == unsubscribe else { return nil }
        self.sender = sender
        self.recipient = recipient
        self.mailbox = mailbox
        self.bytes = bytes
        self.unsubscribe = unsubscribe
    }
}

extension Outbound {
    /// The same mail under another envelope sender.
    package func sent(by sender: EnvelopeSender) -> Outbound? {
        Outbound(sender: sender, recipient: recipient, mailbox: mailbox, bytes: bytes, unsubscribe: unsubscribe)
    }
}
