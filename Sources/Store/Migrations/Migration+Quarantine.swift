/// When somebody looked at a mail that could not be read.
extension Migration {
    static let quarantine = Migration(
        number: 10,
        statements: ["ALTER TABLE quarantine ADD COLUMN looked_at INTEGER"])
}
