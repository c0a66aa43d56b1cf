/// Single-use links, who asked for one, and who is signed in to the portal. Secrets are kept as hashes.
extension Migration {
    static let portal = Migration(
        number: 21,
        statements: [
            "CREATE TABLE portal_ask (address BLOB PRIMARY KEY, asked_at INTEGER NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE portal_link (
                hash BLOB PRIMARY KEY, person BLOB NOT NULL, request BLOB, entry BLOB NOT NULL,
                made_at INTEGER NOT NULL, used_at INTEGER) WITHOUT ROWID
            """,
            "CREATE INDEX portal_link_by_person ON portal_link (person)",
            """
            CREATE TABLE portal_session (
                hash BLOB PRIMARY KEY, person BLOB NOT NULL, begun_at INTEGER NOT NULL, seen_at INTEGER NOT NULL)
            WITHOUT ROWID
            """,
            "CREATE INDEX portal_session_by_person ON portal_session (person, begun_at)",
        ])
}
