/// The register of what people asked under Art. 12–22.
extension Migration {
    static let rights = Migration(
        number: 17,
        statements: [
            """
            CREATE TABLE rights_request (
                id BLOB PRIMARY KEY, asked TEXT NOT NULL, channel TEXT NOT NULL, received_at INTEGER NOT NULL,
                received_on INTEGER NOT NULL, country TEXT NOT NULL, is_extended INTEGER NOT NULL,
                suspended_days INTEGER NOT NULL, suspended_on INTEGER, target_on INTEGER NOT NULL, state TEXT NOT NULL,
                proof TEXT, proved_by TEXT, proved_at INTEGER, person BLOB, ticket INTEGER, decision TEXT, ground TEXT,
                signed_off_by TEXT, decided_at INTEGER, answered_at INTEGER, version INTEGER NOT NULL,
                content BLOB) WITHOUT ROWID
            """,
            "CREATE INDEX rights_request_by_person ON rights_request (person)",
        ])
}
