package import Foundation
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
    /// Replies carry the token in Reply-To, `support+t.TOKEN@…`.
    package var usesPlusAddressing: Bool
    /// `reply_address = "auto"`: the plus form is used while a mail under it came back lately.
    package var awaitsPlusProof: Bool
    /// Whether automatic mail leaves with the null envelope sender.
    package var usesNullSender: Bool
    package var folder: String
    package var start: IntakeStart
    package var afterImport: AfterImport
    package var maximumMessageSize: Int
    /// How long after closing an answer still reopens a ticket; a later one opens a new ticket, linked to it.
    package var reopenWindow: Duration
    package var legalBasis: String?
    package var retention: String?
    /// Read by the data protection officer alone (Art. 38(5)).
    package var isConfidential = false
    /// nil while a question about the mailbox is open: then nothing is deleted.
    package var terms: RetentionTerms?

    package init(
        name: MailboxName, address: EmailAddress, language: Language, suppressionGroup: String = "default",
        authservID: String = "", formSenders: [EmailAddress] = [], acknowledges: Bool = true,
        usesPlusAddressing: Bool = true, awaitsPlusProof: Bool = false, usesNullSender: Bool = true,
        folder: String = "INBOX",
        start: IntakeStart = .new, afterImport: AfterImport = .move(to: "ticketd"),
        maximumMessageSize: Int = 25 * 1024 * 1024, reopenWindow: Duration = Limits.reopenWindow,
        legalBasis: String? = nil, retention: String? = nil
    ) {
        self.name = name
        self.address = address
        self.language = language
        self.suppressionGroup = suppressionGroup
        self.authservID = authservID
        self.formSenders = formSenders
        self.acknowledges = acknowledges
        self.usesPlusAddressing = usesPlusAddressing
        self.awaitsPlusProof = awaitsPlusProof
        self.usesNullSender = usesNullSender
        self.folder = folder
        self.start = start
        self.afterImport = afterImport
        self.maximumMessageSize = maximumMessageSize
        self.reopenWindow = reopenWindow
        self.legalBasis = legalBasis
        self.retention = retention
    }
}

extension MailboxProfile {
    /// The profile as replies use it now. The proof is any mail that reached us under a plus address: the doctor's test
    /// mail, or a customer's answer. It is good for `Limits.plusProofKept`.
    package func addressed(provedAt: Date?, now: Date) -> MailboxProfile {
        guard awaitsPlusProof, let provedAt, now.timeIntervalSince(provedAt) < Limits.plusProofKept.seconds else {
            return self
        }
        var profile = self
        profile.usesPlusAddressing = true
        return profile
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
