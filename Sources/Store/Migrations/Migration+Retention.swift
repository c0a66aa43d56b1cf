/// Deleting what has been kept long enough: how it stands in each mailbox, from when periods count, and the numbers
/// that stay.
extension Migration {
    static let retention = Migration(
        number: 25,
        statements: [
            "ALTER TABLE ticket ADD COLUMN kept_since INTEGER",
            "ALTER TABLE message ADD COLUMN files_gone INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE server_copy ADD COLUMN at INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX ticket_by_requester ON ticket (requester)",
            "CREATE INDEX mail_reference_by_ticket ON mail_reference (ticket) WHERE ticket IS NOT NULL",
            """
            CREATE TABLE retention (
                mailbox TEXT PRIMARY KEY, terms TEXT, horizon INTEGER, due_tickets INTEGER, due_messages INTEGER,
                due_ticket_files INTEGER, due_stripped INTEGER, due_files INTEGER, held INTEGER, total INTEGER,
                mailed_at INTEGER, approved_at INTEGER, ran_at INTEGER, was_approved INTEGER NOT NULL,
                tickets INTEGER NOT NULL, messages INTEGER NOT NULL, ticket_files INTEGER NOT NULL,
                stripped INTEGER NOT NULL, files INTEGER NOT NULL, people INTEGER NOT NULL) WITHOUT ROWID
            """,
            """
            CREATE TABLE statistic (
                mailbox TEXT NOT NULL, kind TEXT NOT NULL, span TEXT NOT NULL, day INTEGER NOT NULL,
                amount INTEGER NOT NULL, PRIMARY KEY (mailbox, kind, span, day)) WITHOUT ROWID
            """,
        ])
}
