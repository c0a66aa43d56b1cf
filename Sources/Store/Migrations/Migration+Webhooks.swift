/// Other programs that want to know, and what waits for them.
extension Migration {
    static let webhooks = Migration(
        number: 14,
        statements: [
            """
            CREATE TABLE webhook (
                id BLOB PRIMARY KEY, topics TEXT NOT NULL, created_at INTEGER NOT NULL, is_disabled INTEGER NOT NULL,
                failures INTEGER NOT NULL, failing_since INTEGER, last_failure TEXT, next_attempt_at INTEGER NOT NULL,
                content BLOB NOT NULL) WITHOUT ROWID
            """,
            """
            CREATE TABLE webhook_event (
                hook BLOB NOT NULL, number INTEGER NOT NULL, topic TEXT NOT NULL, ticket INTEGER, mailbox TEXT,
                entry BLOB, at INTEGER NOT NULL, PRIMARY KEY (hook, number)) WITHOUT ROWID
            """,
            "INSERT INTO counter (name, value) VALUES ('webhook', 0)",
        ])
}
