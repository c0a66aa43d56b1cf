/// What ties an answer to what was asked: the link that brings a copy, when the copy was handed to its person, and the
/// erasure that a request led to.
extension Migration {
    static let handing = Migration(
        number: 34,
        statements: [
            "ALTER TABLE portal_link ADD COLUMN export BLOB",
            "ALTER TABLE export ADD COLUMN handed_at INTEGER",
            "ALTER TABLE rights_request ADD COLUMN erasure BLOB",
        ])
}
