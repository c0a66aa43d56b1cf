/// To whom a person's data went. Who and why stand sealed under that person's key.
extension Migration {
    static let disclosures = Migration(
        number: 9,
        statements: [
            """
            CREATE TABLE disclosure (
                entry BLOB PRIMARY KEY, person BLOB NOT NULL, ticket INTEGER NOT NULL, message BLOB NOT NULL,
                kind INTEGER NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL,
                particulars BLOB NOT NULL) WITHOUT ROWID
            """,
            "CREATE INDEX disclosure_by_person ON disclosure (person)",
            "CREATE INDEX disclosure_by_ticket ON disclosure (ticket)",
        ])
}
