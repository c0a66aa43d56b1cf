/// What is withheld (Art. 18), and the legal holds that keep an erasure from being carried out (Art. 17(3)).
extension Migration {
    static let restriction = Migration(
        number: 23,
        statements: [
            """
            CREATE TABLE restriction (
                person BLOB NOT NULL, ground TEXT NOT NULL, began_at INTEGER NOT NULL, author TEXT NOT NULL,
                through INTEGER NOT NULL, notice BLOB, noticed_at INTEGER,
                PRIMARY KEY (person, ground)) WITHOUT ROWID
            """,
            "CREATE TABLE withheld_ticket (ticket INTEGER PRIMARY KEY, person BLOB NOT NULL)",
            "CREATE INDEX withheld_ticket_by_person ON withheld_ticket (person)",
        ])
}
