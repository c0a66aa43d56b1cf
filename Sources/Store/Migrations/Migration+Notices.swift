/// Which words of the privacy notice there were, and which of them a person was shown first (Art. 13, 14).
extension Migration {
    static let noticeVersions = Migration(
        number: 43,
        statements: [
            """
            CREATE TABLE notice_version (
                version TEXT PRIMARY KEY, language TEXT NOT NULL, first_at INTEGER NOT NULL,
                content TEXT NOT NULL) WITHOUT ROWID
            """
        ])

    static let noticesShown = Migration(
        number: 44,
        statements: [
            """
            CREATE TABLE notice_shown (
                person BLOB NOT NULL, version TEXT NOT NULL, entry BLOB NOT NULL, at INTEGER NOT NULL,
                PRIMARY KEY (person, version)) WITHOUT ROWID
            """
        ])
}
