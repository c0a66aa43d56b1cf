package import Desk

/// Which activity of the record of Art. 30 each table belongs to. A test walks the schema and fails on one without.
extension FieldDictionary {
    static let activities: [String: ProcessingActivity] = Dictionary(
        uniqueKeysWithValues: tables.flatMap { activity, names in names.map { ($0, activity) } })

    private static let tables: [(ProcessingActivity, [String])] = [
        (
            .tickets,
            [
                "answer_before",
                "assignment",
                "attachment",
                "disclosure",
                "draft",
                "idempotency",
                "intake_folder",
                "intake_ledger",
                "letter",
                "mail_reference",
                "mailbox",
                "message",
                "notice_shown",
                "notice_version",
                "outbox",
                "outbox_mail",
                "participant",
                "person",
                "person_key",
                "saved_filter",
                "server_copy",
                "snooze",
                "ticket",
                "ticket_relation",
                "wording",
            ]
        ),
        (
            .automaticMail,
            [
                "courtesy",
                "ladder",
            ]
        ),
        (
            .rights,
            [
                "erasure",
                "erasure_copy",
                "erasure_mention",
                "export",
                "legal_hold",
                "portal_ask",
                "portal_link",
                "portal_session",
                "restriction",
                "recipient_notice",
                "rights_request",
                "statement",
                "withheld_ticket",
            ]
        ),
        (
            .suppression,
            [
                "spent_token",
                "suppression",
                "suppression_lift",
            ]
        ),
        (
            .consent,
            [
                "consent",
                "consent_form",
                "consent_purpose",
                "consent_reach",
                "consent_text",
                "consent_withdrawal",
                "opt_in",
            ]
        ),
        (
            .staff,
            [
                "agent",
                "agent_login",
                "agent_session",
                "read_log",
            ]
        ),
        (
            .accountability,
            [
                "audit",
                "breach",
                "breach_candidate",
                "breach_letter",
                "breach_person",
                "register_entry",
            ]
        ),
        (
            .operation,
            [
                "access_token",
                "alarm",
                "cabinet",
                "counter",
                "epoch",
                "mail_token",
                "news",
                "quarantine",
                "retention",
                "schema_step",
                "service_key",
                "statistic",
                "store_mark",
                "webhook",
                "webhook_event",
            ]
        ),
        (
            .backups,
            [
                "backup"
            ]
        ),
    ]

    /// The dictionary as the record names it.
    package static let storedColumns: [StoredColumn] = entries.map { entry in
        StoredColumn(
            activity: activities[entry.table] ?? .operation, table: entry.table, column: entry.column,
            protection: entry.kind.rawValue, purpose: entry.purpose)
    }
}
