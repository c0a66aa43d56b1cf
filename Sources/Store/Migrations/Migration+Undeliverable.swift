/// Since when an address is known to be dead: what was dead may live again. Of those known before, it is not known.
extension Migration {
    static let undeliverable = Migration(
        number: 32, statements: ["ALTER TABLE person ADD COLUMN undeliverable_at INTEGER"])
}
