/// The audit log. Its rows are only ever added; what they say is chained by their MACs.
extension Migration {
    static let audit = Migration(
        number: 2,
        statements: [
            """
            CREATE TABLE audit (
                seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, event TEXT NOT NULL, object BLOB,
                details TEXT NOT NULL CHECK (LENGTH(CAST(details AS BLOB)) <= 512),
                mac BLOB NOT NULL CHECK (LENGTH(mac) = 32))
            """
        ])
}
