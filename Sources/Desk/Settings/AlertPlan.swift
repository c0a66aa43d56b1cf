package import Mail

/// When something is worth an alarm, who hears of it and how often, and who hears of new mail.
package struct AlertPlan: Sendable {
    /// Who is mailed when something needs a human.
    package var recipients: [EmailAddress]
    /// Who is told of new mail.
    package var noticeRecipients: [EmailAddress]
    /// What alarms are sent from, when it is not the first mailbox.
    package var sender: EmailAddress?
    /// After how long an alarm that still stands is told again.
    package var repeatAfter: Duration
    /// How long a mailbox may go unread.
    package var noFetch: Duration
    /// How long a mail may wait in the outbox.
    package var queueAge: Duration
    /// How often each set is backed up; a set without a backup is absent.
    package var backupEvery: [BackupSet: Duration]

    package init(
        recipients: [EmailAddress] = [], noticeRecipients: [EmailAddress] = [], sender: EmailAddress? = nil,
        repeatAfter: Duration = .seconds(86_400), noFetch: Duration = .seconds(3600),
        queueAge: Duration = .seconds(4 * 3600), backupEvery: [BackupSet: Duration] = [:]
    ) {
        self.recipients = recipients
        self.noticeRecipients = noticeRecipients
        self.sender = sender
        self.repeatAfter = repeatAfter
        self.noFetch = noFetch
        self.queueAge = queueAge
        self.backupEvery = backupEvery
    }
}
