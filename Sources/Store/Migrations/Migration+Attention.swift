/// Answers that are being written.
extension Migration {
    static let attention = Migration(
        number: 5,
        statements: [
            """
            CREATE TABLE draft (
                id BLOB PRIMARY KEY, ticket INTEGER NOT NULL, author TEXT NOT NULL, version INTEGER NOT NULL,
                begun_at INTEGER NOT NULL, saved_at INTEGER NOT NULL, content BLOB NOT NULL) WITHOUT ROWID
            """,
            "CREATE UNIQUE INDEX draft_by_author ON draft (ticket, author)",
        ])
}
