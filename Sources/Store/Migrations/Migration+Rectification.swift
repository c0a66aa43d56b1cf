/// What people say about messages (Art. 16), and that recipients were told (Art. 19).
extension Migration {
    static let rectification = Migration(
        number: 30,
        statements: [
            """
            CREATE TABLE statement (
                id BLOB PRIMARY KEY, message BLOB NOT NULL, person BLOB NOT NULL, at INTEGER NOT NULL,
                author TEXT NOT NULL, content BLOB NOT NULL) WITHOUT ROWID
            """,
            "CREATE INDEX statement_by_message ON statement (message)",
            """
            CREATE TABLE recipient_notice (
                id BLOB PRIMARY KEY, person BLOB NOT NULL, act TEXT NOT NULL, at INTEGER NOT NULL, entry BLOB,
                content BLOB NOT NULL) WITHOUT ROWID
            """,
            "CREATE INDEX recipient_notice_by_person ON recipient_notice (person)",
            "ALTER TABLE erasure ADD COLUMN told INTEGER",
            "ALTER TABLE erasure ADD COLUMN untold INTEGER",
        ])
}
