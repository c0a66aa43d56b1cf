/// What mailboxes log in with instead of a password.
extension Migration {
    static let mailTokens = Migration(
        number: 33,
        statements: [
            """
            CREATE TABLE mail_token (
                id BLOB PRIMARY KEY, mailbox TEXT NOT NULL UNIQUE, content BLOB NOT NULL) WITHOUT ROWID
            """
        ])
}
