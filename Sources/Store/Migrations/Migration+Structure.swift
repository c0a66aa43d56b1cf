/// Tickets that are part of others, and links between those that are not.
extension Migration {
    static let structure = Migration(
        number: 8,
        statements: [
            "ALTER TABLE ticket ADD COLUMN merged_into INTEGER",
            "CREATE INDEX ticket_by_target ON ticket (merged_into) WHERE merged_into IS NOT NULL",
            "ALTER TABLE ticket_relation ADD COLUMN is_link INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX participant_by_ticket ON participant (ticket)",
            "CREATE INDEX mail_reference_by_entry ON mail_reference (entry) WHERE entry IS NOT NULL",
        ])
}
