/// Wishes that wait for the button behind a link.
extension Migration {
    static let optIns = Migration(
        number: 20,
        statements: [
            """
            CREATE TABLE opt_in (
                id BLOB PRIMARY KEY, state TEXT NOT NULL, address BLOB NOT NULL, token BLOB, asked_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL, confirmed_at INTEGER, entry BLOB, content BLOB NOT NULL) WITHOUT ROWID
            """,
            "CREATE UNIQUE INDEX opt_in_by_token ON opt_in (token) WHERE token IS NOT NULL",
            "CREATE INDEX opt_in_by_expiry ON opt_in (expires_at)",
            "CREATE INDEX opt_in_waiting ON opt_in (asked_at) WHERE state = 'waiting'",
        ])
}
