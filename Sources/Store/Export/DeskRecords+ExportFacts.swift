internal import Desk
internal import Vault

/// Consents, statements, and who was told what, for a copy.
extension DeskRecords {
    func addFacts(of person: PersonID, to subject: inout ExportSubject) throws(StoreFailure) {
        subject.recipientNotices = try recipientNotices(of: person)
        subject.consents = try consents(of: person)
        for code in Set(subject.consents.map(\.purpose)).sorted(by: { $0.value < $1.value }) {
            if let purpose = try consentPurpose(code) { subject.purposes.append(purpose) }
        }
        subject.statements = try statements(of: person)
        subject.notices = try noticesShown(to: person)
    }

    /// Oldest first.
    private func statements(of person: PersonID) throws(StoreFailure) -> [ExportSubject.Stated] {
        let rows = try session.all(
            """
            SELECT s.id, s.at, s.content, m.ticket, m.position FROM statement s JOIN message m ON m.id = s.message
            WHERE s.person = ? ORDER BY s.at, s.id LIMIT ?
            """, [.id(person.object), .integer(Limits.exportedFacts)]
        ) { row throws(StoreFailure) in
            (
                id: try row.id(0), at: row.integer(1), bytes: row.blob(2), ticket: row.integer(3),
                position: row.integer(4)
            )
        }
        var statements: [ExportSubject.Stated] = []
        for row in rows {
            guard let ticket = TicketNumber(row.ticket) else { throw .damaged }
            let text = try sealer.open(row.bytes, at: Place.statement(row.id), owner: person)
            statements.append(
                ExportSubject.Stated(
                    ticket: ticket, position: row.position, at: Moment.date(row.at),
                    text: String(decoding: text, as: UTF8.self)))
        }
        return statements
    }
}
