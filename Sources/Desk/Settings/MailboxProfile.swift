package import Mail

/// One mailbox of ours: who it is for customers, and by which rules its mail is read and answered.
package struct MailboxProfile: Sendable {
    package var name: MailboxName
    package var address: EmailAddress
    package var language: Language
    /// Mailboxes of one brand share unsubscribes.
    package var suppressionGroup: String
    /// Whose Authentication-Results to believe (RFC 8601). Empty: every sender is unverified.
    package var authservID: String
    /// Website forms: the author of their mail is in Reply-To.
    package var formSenders: [EmailAddress]
    package var acknowledges: Bool
    /// True once `support+t.TOKEN@…` was proved to come back: replies carry the token in Reply-To.
    package var usesPlusAddressing: Bool
    /// Whether automatic mail leaves with the null envelope sender.
    package var usesNullSender: Bool
    package var folder: String
    package var start: IntakeStart
    package var afterImport: AfterImport
    package var maximumMessageSize: Int
    package var legalBasis: String?
    package var retention: String?

    package init(
        name: MailboxName, address: EmailAddress, language: Language, suppressionGroup: String = "default",
        authservID: String = "", formSenders: [EmailAddress] = [], acknowledges: Bool = true,
        usesPlusAddressing: Bool = true, usesNullSender: Bool = true, folder: String = "INBOX",
        start: IntakeStart = .new, afterImport: AfterImport = .move(to: "ticketd"),
        maximumMessageSize: Int = 25 * 1024 * 1024, legalBasis: String? = nil, retention: String? = nil
    ) {
        self.name = name
        self.address = address
        self.language = language
        self.suppressionGroup = suppressionGroup
        self.authservID = authservID
        self.formSenders = formSenders
        self.acknowledges = acknowledges
        self.usesPlusAddressing = usesPlusAddressing
        self.usesNullSender = usesNullSender
        self.folder = folder
        self.start = start
        self.afterImport = afterImport
        self.maximumMessageSize = maximumMessageSize
        self.legalBasis = legalBasis
        self.retention = retention
    }
}

/// What the first connection to a mailbox takes. Nobody's mailbox is emptied by surprise.
package enum IntakeStart: String, Sendable {
    /// Only what arrives from now on.
    case new
    /// What nobody has read yet, too.
    case unseen
    /// Everything, as an archive: original dates, closed tickets, no acknowledgements, the server untouched.
    case all
}
