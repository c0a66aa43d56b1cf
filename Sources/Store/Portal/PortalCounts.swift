internal import Desk

/// Counts what is kept about one person, without opening a message.
struct PortalCounts {
    let records: DeskRecords
    let person: PersonID

    func overview() throws(StoreFailure) -> PortalOverview? {
        let firstSeenAt = try records.session.first(
            "SELECT first_seen_at FROM person WHERE id = ?", [.id(person.object)]
        ) { row throws(StoreFailure) in row.integer(0) }
        guard let firstSeenAt else { return nil }
        let summary = try records.summary(of: person)
        return PortalOverview(
            address: summary.address, name: summary.name, firstSeenAt: Moment.date(firstSeenAt),
            conversations: try count("SELECT COUNT(*) FROM participant WHERE person = ?"),
            messages: try count("SELECT COUNT(*) FROM message WHERE owner = ? AND direction = 1"),
            answers: try count("SELECT COUNT(*) FROM message WHERE owner = ? AND direction = 2"),
            attachments: try count(
                """
                SELECT COUNT(*) FROM attachment a WHERE EXISTS (
                    SELECT 1 FROM message m WHERE m.id = a.message AND m.owner = ? AND m.direction < 3)
                """),
            disclosures: try count("SELECT COUNT(*) FROM disclosure WHERE person = ?"))
    }

    private func count(_ sql: String) throws(StoreFailure) -> Int {
        try records.session.first(sql, [.id(person.object)]) { row throws(StoreFailure) in
            Int(clamping: row.integer(0))
        } ?? 0
    }
}
