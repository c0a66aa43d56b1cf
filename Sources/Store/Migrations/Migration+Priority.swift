/// How soon a ticket wants somebody. Every ticket there is wants it as soon as the others.
extension Migration {
    static let priority = Migration(
        number: 3, statements: ["ALTER TABLE ticket ADD COLUMN priority INTEGER NOT NULL DEFAULT 2"])
}
