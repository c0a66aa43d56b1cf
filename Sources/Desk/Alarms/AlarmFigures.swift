package import Foundation

/// What the store knows that an alarm can be about, read in one transaction.
package struct AlarmFigures: Sendable, Equatable {
    /// When the oldest mail that is not in a final state was queued.
    package var oldestWaiting: [MailboxName: Date]
    /// Mails in quarantine that nobody has looked at.
    package var quarantined: [MailboxName: Int]
    /// Of the last hour, to everybody together.
    package var courtesies: CourtesyCount
    /// The newest backup that was read back.
    package var lastBackups: [BackupSet: Date]

    package init(
        oldestWaiting: [MailboxName: Date] = [:], quarantined: [MailboxName: Int] = [:],
        courtesies: CourtesyCount = CourtesyCount(), lastBackups: [BackupSet: Date] = [:]
    ) {
        self.oldestWaiting = oldestWaiting
        self.quarantined = quarantined
        self.courtesies = courtesies
        self.lastBackups = lastBackups
    }
}
