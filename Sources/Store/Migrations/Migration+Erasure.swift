/// Erasing people, and mail that belongs to no ticket.
///
/// What an erasure has to know until it is over, address and name, is sealed under a key of its own that its last step
/// destroys.
extension Migration {
    static let erasure = Migration(
        number: 18,
        statements: [
            """
            CREATE TABLE erasure (
                id BLOB PRIMARY KEY, state TEXT NOT NULL, asked_at INTEGER NOT NULL, not_before INTEGER NOT NULL,
                how TEXT NOT NULL, verified_by BLOB NOT NULL, author TEXT NOT NULL, evidence BLOB NOT NULL, brief BLOB,
                mailbox TEXT, entry BLOB, tickets INTEGER, emptied INTEGER, messages INTEGER, attachments INTEGER,
                mails INTEGER, copies INTEGER, quarantined INTEGER, copies_removed INTEGER NOT NULL,
                copies_left INTEGER NOT NULL, scanned INTEGER, residue INTEGER, unreachable TEXT, destroyed_at INTEGER,
                openable_until INTEGER, confirmation INTEGER, finished_at INTEGER) WITHOUT ROWID
            """,
            "CREATE INDEX erasure_open ON erasure (id) WHERE finished_at IS NULL",
            """
            CREATE TABLE erasure_copy (
                erasure BLOB NOT NULL, mailbox TEXT NOT NULL, folder TEXT NOT NULL, uid_validity INTEGER NOT NULL,
                uid INTEGER NOT NULL, PRIMARY KEY (erasure, mailbox, folder, uid_validity, uid)) WITHOUT ROWID
            """,
            """
            CREATE TABLE erasure_mention (
                erasure BLOB NOT NULL, ticket INTEGER NOT NULL, message BLOB NOT NULL,
                PRIMARY KEY (erasure, ticket, message)) WITHOUT ROWID
            """,
            "CREATE TABLE letter (entry BLOB PRIMARY KEY, owner BLOB NOT NULL, cek BLOB NOT NULL) WITHOUT ROWID",
            "CREATE INDEX message_by_owner ON message (owner)",
        ])
}
