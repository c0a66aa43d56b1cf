/// What a ticket was before an answer that may still be taken back.
extension Migration {
    static let undo = Migration(
        number: 4,
        statements: [
            """
            CREATE TABLE answer_before (
                ticket INTEGER NOT NULL, position INTEGER NOT NULL, author TEXT NOT NULL, made INTEGER NOT NULL,
                status INTEGER NOT NULL, closed_at INTEGER, informs INTEGER NOT NULL,
                PRIMARY KEY (ticket, position)) WITHOUT ROWID
            """
        ])
}
