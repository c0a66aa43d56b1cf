internal import Desk
internal import Foundation
internal import Mail

/// The record of disclosures: written with the mail that discloses, read with the ticket or with the person.
extension DeskRecords {
    func note(
        _ kind: Disclosure.Kind, of message: TicketMessageID, about person: PersonID, on ticket: TicketNumber,
        by planned: PlannedEntry, _ particulars: DisclosureParticulars, author: Principal, now: Int64
    ) throws(StoreFailure) {
        let entry = planned.mail.entry
        try session.run(
            """
            INSERT INTO disclosure (entry, person, ticket, message, kind, at, author, particulars)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(entry.object), .id(person.object), .integer(ticket.value), .id(message.object),
                .integer(kind.code), .integer(now - now % 60_000), .text(author.auditName),
                .blob(try sealer.seal(particulars.bytes, at: Place.disclosure(entry), owner: person)),
            ])
    }

    /// Oldest first, by the ids of the mails, which grow with time.
    func disclosures(on ticket: TicketNumber) throws(StoreFailure) -> [Disclosure] {
        try disclosures("\(Self.selectDisclosures) WHERE d.ticket = ? ORDER BY d.entry LIMIT ?", .integer(ticket.value))
    }

    func disclosures(
        about person: PersonID, limit: Int = Limits.disclosuresShown
    ) throws(StoreFailure) -> [Disclosure] {
        try disclosures(
            "\(Self.selectDisclosures) WHERE d.person = ? ORDER BY d.entry LIMIT ?", .id(person.object), limit)
    }

    private static let selectDisclosures = """
        SELECT d.entry, d.person, d.ticket, d.message, d.kind, d.at, d.author, d.particulars, o.state
        FROM disclosure d LEFT JOIN outbox o ON o.id = d.entry
        """

    private func disclosures(
        _ sql: String, _ value: SQLValue, _ limit: Int = Limits.disclosuresShown
    ) throws(StoreFailure) -> [Disclosure] {
        try session.all(sql, [value, .integer(limit)]) { row throws(StoreFailure) in
            guard let ticket = TicketNumber(row.integer(2)) else { throw .damaged }
            let (entry, person) = (OutboxEntryID(try row.id(0)), PersonID(try row.id(1)))
            let particulars = try particulars(row.blob(7), of: entry, about: person)
            return Disclosure(
                kind: try Disclosure.Kind(code: row.integer(4)), ticket: ticket,
                message: TicketMessageID(try row.id(3)), entry: entry, at: Moment.date(row.integer(5)),
                author: try shownAuthor(row.text(6)), recipient: particulars.flatMap { EmailAddress($0.recipient) },
                reason: particulars?.reason, basis: particulars?.basis, files: particulars?.files ?? 0,
                // A mail that is not kept any more has left.
                state: row.isNull(8) ? .sent : try DeliveryState(code: row.integer(8)))
        }
    }

    /// nil once the person was erased, and while it is withheld.
    private func particulars(
        _ sealed: [UInt8], of entry: OutboxEntryID, about person: PersonID
    ) throws(StoreFailure) -> DisclosureParticulars? {
        do throws(StoreFailure) {
            return try DisclosureParticulars(
                bytes: sealer.open(sealed, at: Place.disclosure(entry), owner: person))
        } catch .keyDestroyed, .keyHeld {
            return nil
        }
    }
}
