/// The end of the copies of imported mail on its server: which of them we moved, how many went, and those of tickets
/// that went before them.
extension Migration {
    static let copies = Migration(
        number: 37,
        statements: [
            "ALTER TABLE server_copy ADD COLUMN is_moved INTEGER NOT NULL DEFAULT 0",
            // What lies where mail is read was left there on purpose: an archive, a mail too large, a rule to keep.
            """
            UPDATE server_copy SET is_moved = 1 WHERE NOT EXISTS (
                SELECT 1 FROM intake_folder f
                WHERE f.mailbox = server_copy.mailbox AND f.folder = server_copy.folder)
            """,
            "ALTER TABLE retention ADD COLUMN due_copies INTEGER",
            "ALTER TABLE retention ADD COLUMN copies INTEGER NOT NULL DEFAULT 0",
            """
            CREATE TABLE expired_copy (
                mailbox TEXT NOT NULL, folder TEXT NOT NULL, uid_validity INTEGER NOT NULL, uid INTEGER NOT NULL,
                PRIMARY KEY (mailbox, folder, uid_validity, uid)) WITHOUT ROWID
            """,
        ])
}
