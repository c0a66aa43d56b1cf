/// Passwords, codes and sessions of the staff.
extension Migration {
    static let logins = Migration(
        number: 11,
        statements: [
            """
            CREATE TABLE agent_login (
                agent BLOB PRIMARY KEY, credentials BLOB NOT NULL, last_step INTEGER NOT NULL,
                failures INTEGER NOT NULL, blocked_until INTEGER NOT NULL) WITHOUT ROWID
            """,
            """
            CREATE TABLE agent_session (
                hash BLOB PRIMARY KEY, agent BLOB NOT NULL, begun_at INTEGER NOT NULL, seen_at INTEGER NOT NULL)
            WITHOUT ROWID
            """,
            "CREATE INDEX agent_session_by_agent ON agent_session (agent, begun_at)",
        ])
}
