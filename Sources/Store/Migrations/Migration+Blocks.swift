/// Senders whose mail opens no ticket, by keyed hash.
extension Migration {
    static let blocks = Migration(
        number: 47,
        statements: [
            """
            CREATE TABLE block (
                hash BLOB PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL, stopped INTEGER NOT NULL) WITHOUT ROWID
            """
        ])
}
