package import Mail

/// A letter with its final bytes and the hashes by which its answers will be known.
package struct PreparedMail: Sendable {
    package var entry: OutboxEntryID
    package var mailClass: MailClass
    package var messageID: MessageID
    package var messageIDHash: [UInt8]
    /// Hash of the reply token in Reply-To, whether or not the mailbox uses plus addresses.
    package var replyTokenHash: [UInt8]
    package var outbound: Outbound
    /// The privacy notice it brings, when it is the first mail to somebody.
    package var notice: PrivacyNotice?

    package init(
        entry: OutboxEntryID, mailClass: MailClass, messageID: MessageID, messageIDHash: [UInt8],
        replyTokenHash: [UInt8], outbound: Outbound
    ) {
        self.entry = entry
        self.mailClass = mailClass
        self.messageID = messageID
        self.messageIDHash = messageIDHash
        self.replyTokenHash = replyTokenHash
        self.outbound = outbound
    }
}
