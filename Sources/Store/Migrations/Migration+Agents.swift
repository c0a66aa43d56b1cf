/// The staff, and whose a ticket is. Who an agent is stands sealed in `profile`; a former agent has none.
extension Migration {
    static let agents = Migration(
        number: 7,
        statements: [
            """
            CREATE TABLE agent (
                id BLOB PRIMARY KEY, role TEXT NOT NULL, mailboxes TEXT, profile BLOB, unix_user BLOB UNIQUE,
                created_at INTEGER NOT NULL, is_disabled INTEGER NOT NULL) WITHOUT ROWID
            """,
            "CREATE TABLE assignment (ticket INTEGER PRIMARY KEY, agent BLOB NOT NULL)",
            "CREATE INDEX assignment_by_agent ON assignment (agent, ticket)",
        ])
}
