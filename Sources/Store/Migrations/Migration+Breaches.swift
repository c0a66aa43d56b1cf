/// The register of breaches (Art. 33(5)), whom each concerns, and their letters.
extension Migration {
    static let breaches = Migration(
        number: 29,
        statements: [
            """
            CREATE TABLE breach (
                number INTEGER PRIMARY KEY, is_drill INTEGER NOT NULL, state TEXT NOT NULL, opened_at INTEGER NOT NULL,
                opened_by TEXT NOT NULL, detected_at INTEGER NOT NULL, aware_at INTEGER NOT NULL, kinds TEXT NOT NULL,
                risk TEXT, notified_at INTEGER, law TEXT NOT NULL, erased_people INTEGER NOT NULL,
                erased_records INTEGER NOT NULL, version INTEGER NOT NULL, content BLOB NOT NULL)
            """,
            """
            CREATE TABLE breach_person (
                breach INTEGER NOT NULL, person BLOB NOT NULL, ticket INTEGER NOT NULL, messages INTEGER NOT NULL,
                PRIMARY KEY (breach, person, ticket)) WITHOUT ROWID
            """,
            "CREATE INDEX breach_person_by_person ON breach_person (person)",
            """
            CREATE TABLE breach_letter (
                breach INTEGER NOT NULL, person BLOB NOT NULL, entry BLOB, PRIMARY KEY (breach, person)) WITHOUT ROWID
            """,
            "INSERT INTO counter (name, value) VALUES ('breach', 0)",
        ])
}
