/// The consent ledger. Rows are added, and leave with the person; none is changed, but for a purpose that is closed.
extension Migration {
    static let consents = Migration(
        number: 26,
        statements: [
            """
            CREATE TABLE consent_purpose (
                code TEXT PRIMARY KEY, mailbox TEXT, review_months INTEGER NOT NULL, is_for_children INTEGER NOT NULL,
                created_at INTEGER NOT NULL, closed_at INTEGER, author TEXT NOT NULL) WITHOUT ROWID
            """,
            """
            CREATE TABLE consent_text (
                purpose TEXT NOT NULL, language TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
                text TEXT NOT NULL, withdrawal TEXT NOT NULL, hash BLOB NOT NULL, at INTEGER NOT NULL,
                author TEXT NOT NULL, PRIMARY KEY (purpose, language, number)) WITHOUT ROWID
            """,
            """
            CREATE TABLE consent_form (
                hash BLOB PRIMARY KEY, content BLOB NOT NULL, at INTEGER NOT NULL)
            """,
            """
            CREATE TABLE consent (
                id BLOB PRIMARY KEY, person BLOB NOT NULL, purpose TEXT NOT NULL, version TEXT, shown BLOB,
                controls TEXT NOT NULL, act TEXT, requested_at INTEGER, given_at INTEGER NOT NULL,
                channel TEXT NOT NULL, is_withdrawal_shown INTEGER NOT NULL, age TEXT NOT NULL,
                review_at INTEGER NOT NULL, is_valid INTEGER NOT NULL, author TEXT NOT NULL,
                content BLOB NOT NULL) WITHOUT ROWID
            """,
            "CREATE INDEX consent_by_person ON consent (person)",
            """
            CREATE TABLE consent_withdrawal (
                consent BLOB PRIMARY KEY, at INTEGER NOT NULL, channel TEXT NOT NULL, author TEXT NOT NULL,
                evidence BLOB) WITHOUT ROWID
            """,
            """
            CREATE TABLE consent_reach (
                hash BLOB NOT NULL, person BLOB NOT NULL, PRIMARY KEY (hash, person)) WITHOUT ROWID
            """,
            "CREATE INDEX consent_reach_by_person ON consent_reach (person)",
        ])
}
