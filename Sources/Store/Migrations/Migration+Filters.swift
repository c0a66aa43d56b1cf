/// Queues of the desk and views of one's own.
extension Migration {
    static let filters = Migration(
        number: 12,
        statements: [
            "CREATE TABLE saved_filter (id BLOB PRIMARY KEY, owner TEXT NOT NULL, content BLOB NOT NULL) WITHOUT ROWID"
        ])
}
