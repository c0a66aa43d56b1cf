/// The first form of desk.db. What every column is for stands in `FieldDictionary`.
///
/// Tables of small rows lie in the order of their key; tables that hold sealed bodies do not, because long rows in a
/// key's tree make every look-up longer.
extension Migration {
    static let first = Migration(number: 1, statements: own + intake + tickets + outbox + people)

    private static let own = [
        "CREATE TABLE schema_step (number INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL)",
        """
        CREATE TABLE store_mark (
            id INTEGER PRIMARY KEY CHECK (id = 1), instance BLOB NOT NULL, canary BLOB NOT NULL)
        """,
        "CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO counter (name, value) VALUES ('ticket', 0)",
        """
        CREATE TABLE mailbox (name TEXT PRIMARY KEY, suppression_group TEXT NOT NULL) WITHOUT ROWID
        """,
        """
        CREATE TABLE access_token (
            id BLOB PRIMARY KEY, hash BLOB NOT NULL UNIQUE, label BLOB NOT NULL, scopes TEXT NOT NULL, mailboxes TEXT,
            created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, last_used_at INTEGER,
            is_revoked INTEGER NOT NULL) WITHOUT ROWID
        """,
        """
        CREATE TABLE backup (
            kind TEXT NOT NULL, at INTEGER NOT NULL, path TEXT NOT NULL, bytes INTEGER NOT NULL,
            is_verified INTEGER NOT NULL, PRIMARY KEY (kind, at)) WITHOUT ROWID
        """,
        """
        CREATE TABLE read_log (
            hour INTEGER NOT NULL, ticket INTEGER NOT NULL, reader TEXT NOT NULL,
            PRIMARY KEY (hour, ticket, reader)) WITHOUT ROWID
        """,
    ]

    private static let intake = [
        """
        CREATE TABLE intake_folder (
            mailbox TEXT NOT NULL, folder TEXT NOT NULL, uid_validity INTEGER NOT NULL, last_uid INTEGER NOT NULL,
            old_below INTEGER NOT NULL, first_contact INTEGER NOT NULL, PRIMARY KEY (mailbox, folder)) WITHOUT ROWID
        """,
        """
        CREATE TABLE intake_ledger (
            mailbox TEXT NOT NULL, folder TEXT NOT NULL, uid INTEGER NOT NULL, attempts INTEGER NOT NULL,
            state INTEGER NOT NULL, message BLOB, PRIMARY KEY (mailbox, folder, uid)) WITHOUT ROWID
        """,
        """
        CREATE TABLE server_copy (
            message BLOB PRIMARY KEY, mailbox TEXT NOT NULL, folder TEXT NOT NULL, uid_validity INTEGER NOT NULL,
            uid INTEGER NOT NULL) WITHOUT ROWID
        """,
        """
        CREATE TABLE mail_reference (
            hash BLOB NOT NULL, kind INTEGER NOT NULL, identity BLOB NOT NULL, mailbox TEXT NOT NULL, ticket INTEGER,
            entry BLOB, PRIMARY KEY (hash, kind, identity)) WITHOUT ROWID
        """,
        """
        CREATE TABLE quarantine (
            message BLOB PRIMARY KEY, ticket INTEGER NOT NULL, mailbox TEXT NOT NULL, folder TEXT NOT NULL,
            uid_validity INTEGER NOT NULL, uid INTEGER NOT NULL, size INTEGER NOT NULL, reason TEXT NOT NULL,
            at INTEGER NOT NULL, content BLOB NOT NULL)
        """,
        """
        CREATE TABLE courtesy (
            address BLOB NOT NULL, entry BLOB NOT NULL, at INTEGER NOT NULL, is_verified INTEGER NOT NULL,
            PRIMARY KEY (address, entry)) WITHOUT ROWID
        """,
    ]

    private static let tickets = [
        """
        CREATE TABLE ticket (
            number INTEGER PRIMARY KEY, mailbox TEXT NOT NULL, requester BLOB NOT NULL, status INTEGER NOT NULL,
            created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, closed_at INTEGER,
            message_count INTEGER NOT NULL, version INTEGER NOT NULL, particulars BLOB NOT NULL)
        """,
        "CREATE INDEX ticket_by_status ON ticket (status, updated_at, number)",
        """
        CREATE TABLE ticket_relation (
            ticket INTEGER NOT NULL, related INTEGER NOT NULL, PRIMARY KEY (ticket, related)) WITHOUT ROWID
        """,
        """
        CREATE TABLE message (
            ticket INTEGER NOT NULL, position INTEGER NOT NULL, id BLOB NOT NULL, direction INTEGER NOT NULL,
            author BLOB, owner BLOB NOT NULL, at INTEGER NOT NULL, is_automatic INTEGER NOT NULL,
            is_verified INTEGER NOT NULL, is_held INTEGER NOT NULL, cek BLOB NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY (ticket, position))
        """,
        """
        CREATE TABLE attachment (
            message BLOB NOT NULL, position INTEGER NOT NULL, id BLOB NOT NULL, size INTEGER NOT NULL,
            is_inline INTEGER NOT NULL, label BLOB NOT NULL, content BLOB NOT NULL, PRIMARY KEY (message, position))
        """,
        """
        CREATE TABLE idempotency (
            key BLOB PRIMARY KEY, ticket INTEGER NOT NULL, position INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID
        """,
    ]

    private static let outbox = [
        """
        CREATE TABLE outbox (
            id BLOB PRIMARY KEY, reference INTEGER NOT NULL, ticket INTEGER NOT NULL, position INTEGER NOT NULL,
            mailbox TEXT NOT NULL, class INTEGER NOT NULL, state INTEGER NOT NULL, attempts INTEGER NOT NULL,
            is_first_answer INTEGER NOT NULL, is_overridden INTEGER NOT NULL, is_to_requester INTEGER NOT NULL,
            is_repetition INTEGER NOT NULL, enqueued_at INTEGER NOT NULL, next_attempt_at INTEGER NOT NULL, run BLOB,
            last_reply TEXT, reason TEXT, hashes BLOB NOT NULL, recipient BLOB NOT NULL) WITHOUT ROWID
        """,
        "CREATE INDEX outbox_waiting ON outbox (mailbox, next_attempt_at) WHERE state < 10",
        "CREATE INDEX outbox_by_ticket ON outbox (ticket)",
        "CREATE INDEX outbox_by_reference ON outbox (reference)",
        "CREATE TABLE outbox_mail (entry BLOB PRIMARY KEY, envelope BLOB NOT NULL, wire BLOB NOT NULL)",
    ]

    private static let people = [
        """
        CREATE TABLE person (
            id BLOB PRIMARY KEY, address BLOB NOT NULL, identity BLOB NOT NULL, first_seen_at INTEGER NOT NULL,
            is_undeliverable INTEGER NOT NULL, is_informed INTEGER NOT NULL) WITHOUT ROWID
        """,
        "CREATE UNIQUE INDEX person_by_address ON person (address)",
        """
        CREATE TABLE participant (
            person BLOB NOT NULL, ticket INTEGER NOT NULL, PRIMARY KEY (person, ticket)) WITHOUT ROWID
        """,
        """
        CREATE TABLE suppression (
            hash BLOB NOT NULL, ticket INTEGER NOT NULL, key_version INTEGER NOT NULL, scope INTEGER NOT NULL,
            at INTEGER NOT NULL, source TEXT NOT NULL, PRIMARY KEY (hash, ticket)) WITHOUT ROWID
        """,
        """
        CREATE TABLE suppression_lift (
            id BLOB PRIMARY KEY, hash BLOB NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL,
            evidence BLOB NOT NULL) WITHOUT ROWID
        """,
        "CREATE TABLE spent_token (hash BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID",
    ]
}
