package import Foundation

/// What the store knows that an alarm can be about, read in one transaction.
package struct AlarmFigures: Sendable, Equatable {
    /// When the oldest mail that is not in a final state was queued.
    package var oldestWaiting: [MailboxName: Date]
    /// Mails in quarantine that nobody has looked at.
    package var quarantined: [MailboxName: Int]
    /// Of the last hour, to everybody together.
    package var courtesies: CourtesyCount
    /// Addresses to which a day's automatic mail was used up and more would have gone.
    package var laddersClimbed: Int
    /// The newest backup that was read back.
    package var lastBackups: [BackupSet: Date]
    /// Tokens of the API that are near their end or past it, and not revoked.
    package var endingTokens: Int
    package var disabledWebhooks: Int
    /// Erasures that wait for a signature, and legal holds whose day of review has come.
    package var heldErasures = 0
    package var dueHolds = 0
    /// Tickets that retention would touch and that wait for an approval.
    package var retentionWaiting: [MailboxName: Int] = [:]
    /// Retention does not believe the clock.
    package var isRetentionPaused = false
    /// The clocks of open requests of people, the nearest first.
    package var deadlines: [RightsDeadline]
    /// When the controller became aware of each breach whose clock runs; exercises are none.
    package var breachClocks: [Date] = []
    /// What the daemon saw and nobody has decided about.
    package var breachCandidates = 0
    /// Checks of the installation that began to fail lately.
    package var failingChecks = 0

    package init(
        oldestWaiting: [MailboxName: Date] = [:], quarantined: [MailboxName: Int] = [:],
        courtesies: CourtesyCount = CourtesyCount(), laddersClimbed: Int = 0, lastBackups: [BackupSet: Date] = [:],
        endingTokens: Int = 0, disabledWebhooks: Int = 0, deadlines: [RightsDeadline] = []
    ) {
        self.oldestWaiting = oldestWaiting
        self.quarantined = quarantined
        self.courtesies = courtesies
        self.laddersClimbed = laddersClimbed
        self.lastBackups = lastBackups
        self.endingTokens = endingTokens
        self.disabledWebhooks = disabledWebhooks
        self.deadlines = deadlines
    }
}
