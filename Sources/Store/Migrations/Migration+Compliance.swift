/// Since when each check of the installation has come to what it comes to.
extension Migration {
    static let compliance = Migration(
        number: 40,
        statements: [
            """
            CREATE TABLE compliance_check (
                id TEXT PRIMARY KEY, outcome TEXT NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID
            """
        ])
}
