/// What the operator states to answer for the processing.
extension Migration {
    static let registers = Migration(
        number: 22,
        statements: [
            """
            CREATE TABLE register_entry (
                id BLOB PRIMARY KEY, register TEXT NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL,
                content BLOB NOT NULL) WITHOUT ROWID
            """
        ])
}
