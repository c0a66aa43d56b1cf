/// Legal holds: what must not be destroyed yet (Art. 17(3)(b), (e)).
extension Migration {
    static let holds = Migration(
        number: 24,
        statements: [
            """
            CREATE TABLE legal_hold (
                id BLOB PRIMARY KEY, person BLOB, ground TEXT NOT NULL, set_at INTEGER NOT NULL, set_by TEXT NOT NULL,
                review_on INTEGER NOT NULL, lifted_at INTEGER, lifted_by TEXT, content BLOB) WITHOUT ROWID
            """,
            "CREATE INDEX legal_hold_by_person ON legal_hold (person)",
        ])
}
