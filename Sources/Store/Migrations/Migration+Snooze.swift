/// Tickets that are out of sight until a time.
extension Migration {
    static let snooze = Migration(
        number: 6,
        statements: [
            "CREATE TABLE snooze (ticket INTEGER PRIMARY KEY, until INTEGER NOT NULL)",
            "CREATE INDEX snooze_by_time ON snooze (until)",
        ])
}
