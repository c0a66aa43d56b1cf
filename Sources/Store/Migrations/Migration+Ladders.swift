/// Addresses that wrote more than automatic mail may answer in a day.
extension Migration {
    static let ladders = Migration(
        number: 19,
        statements: [
            """
            CREATE TABLE ladder (
                address BLOB PRIMARY KEY, since INTEGER NOT NULL, withheld INTEGER NOT NULL) WITHOUT ROWID
            """,
            "CREATE INDEX ladder_by_age ON ladder (since)",
        ])
}
