/// One step of the schema, from one legal form to the next. Steps are never changed once released, only added.
struct Migration: Sendable {
    let number: Int
    let statements: [String]

    static let all = [
        Migration.first,
        .audit,
        .priority,
        .undo,
        .attention,
        .snooze,
        .agents,
        .structure,
        .disclosures,
        .quarantine,
        .logins,
        .filters,
        .wording,
        .webhooks,
        .alarms,
        .news,
        .rights,
        .erasure,
        .ladders,
        .optIns,
        .portal,
        .registers,
        .restriction,
        .holds,
        .retention,
        .consents,
        .exports,
        .reminders,
        .breaches,
        .rectification,
        .breachCandidates,
        .undeliverable,
        .mailTokens,
        .handing,
        .copies,
        .compliance,
        .noticeVersions,
        .noticesShown,
        .blocks,
    ]

    /// The form this program reads and writes.
    static var newest: Int { all.last?.number ?? 0 }
}
