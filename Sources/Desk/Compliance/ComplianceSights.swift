package import Foundation

/// Everything the checks judge, as it is at one moment. Plain values, so that a test can break each.
package struct ComplianceSights: Sendable {
    package var now: Date
    /// The day at the controller's place.
    package var today: CalendarDay
    package var settings: DeskSettings
    package var host: HostFacts
    package var law: LawProfile
    package var scope: Dated<ScopeDecision>?
    package var processors: ProcessorRegister
    package var impact: Dated<ImpactScreening>?
    package var agents: [Agent]
    package var tokens: [AccessTokenRecord]
    package var holds: [LegalHold]
    package var breaches: [Breach]
    package var deadlines: [RightsDeadline]
    /// The newest ones, whatever became of them.
    package var erasures: [Erasure]
    package var purposes: [ConsentPurpose]
    package var retention: [MailboxName: RetentionRecord]
    package var backups: [BackupRecord]
    package var rotation: KeyRotation
    package var audit: AuditVerdict
    package var anchorMailedAt: Date?
    package var ledger: LedgerStatus
    package var health: StoreHealth
    /// The dictionary of columns.
    package var columns: [StoredColumn]
    package var figures: ComplianceFigures
    package var notices: [PrivacyNotice]
    package var specimens: [MailSpecimen]

    /// Whole days since then.
    func days(since date: Date) -> Int {
        Int(exactly: (now.timeIntervalSince(date) / 86_400).rounded(.down)) ?? 0
    }

    func hours(since date: Date) -> Int {
        Int(exactly: (now.timeIntervalSince(date) / 3600).rounded(.down)) ?? 0
    }
}
