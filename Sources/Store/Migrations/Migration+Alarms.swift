/// The book of alarms: a few rows that say what stands and who was told.
extension Migration {
    static let alarms = Migration(
        number: 15,
        statements: [
            """
            CREATE TABLE alarm (
                kind TEXT NOT NULL, mailbox TEXT NOT NULL, since INTEGER NOT NULL, gone_at INTEGER, told_at INTEGER,
                tried_at INTEGER, is_unmailed INTEGER NOT NULL, PRIMARY KEY (kind, mailbox)) WITHOUT ROWID
            """
        ])
}
