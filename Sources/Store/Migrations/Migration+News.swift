/// What came in and staff were not told of yet: numbers, no content.
extension Migration {
    static let news = Migration(
        number: 16,
        statements: [
            """
            CREATE TABLE news (
                ticket INTEGER PRIMARY KEY, mailbox TEXT NOT NULL, messages INTEGER NOT NULL, is_new INTEGER NOT NULL)
            """
        ])
}
