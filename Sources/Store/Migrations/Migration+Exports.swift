/// Copies for people, as far as the database knows them; what is in them lies sealed in files of their own.
///
/// `key` opens the file and is sealed twice: under the person's key and under the export's own, so that an erasure of
/// the person and the end of the export each take it away alone.
extension Migration {
    static let exports = Migration(
        number: 27,
        statements: [
            """
            CREATE TABLE export (
                id BLOB PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, person BLOB, request BLOB,
                asked_at INTEGER NOT NULL, how TEXT NOT NULL, verified_by BLOB NOT NULL, author TEXT NOT NULL,
                key BLOB, bytes INTEGER, messages INTEGER, attachments INTEGER, covered INTEGER, ready_at INTEGER,
                expires_at INTEGER, gone_at INTEGER) WITHOUT ROWID
            """,
            "CREATE INDEX export_open ON export (id) WHERE gone_at IS NULL",
            "CREATE INDEX export_by_person ON export (person)",
        ])
}
