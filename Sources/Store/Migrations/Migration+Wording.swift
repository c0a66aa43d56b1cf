/// Texts that are used again.
extension Migration {
    static let wording = Migration(
        number: 13,
        statements: [
            """
            CREATE TABLE wording (
                id BLOB PRIMARY KEY, kind INTEGER NOT NULL, mailbox TEXT NOT NULL, content BLOB NOT NULL) WITHOUT ROWID
            """
        ])
}
