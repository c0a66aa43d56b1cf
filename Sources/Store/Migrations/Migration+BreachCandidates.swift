/// What the daemon saw that may be a breach, each once, and what a human decided about it.
extension Migration {
    static let breachCandidates = Migration(
        number: 31,
        statements: [
            """
            CREATE TABLE breach_candidate (
                id BLOB PRIMARY KEY, sign TEXT NOT NULL, subject TEXT NOT NULL, count INTEGER NOT NULL,
                at INTEGER NOT NULL, breach INTEGER, decided_at INTEGER, decided_by TEXT, reasons BLOB,
                UNIQUE (sign, subject)) WITHOUT ROWID
            """
        ])
}
