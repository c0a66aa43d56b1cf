internal import Desk
internal import Foundation
internal import Mail

/// What stands beside a ticket: links, suggestions, numbers that lead to it, people who take part.
extension DeskRecords {
    /// Known to belong together, whichever of the two one looks at.
    func link(_ first: TicketNumber, and second: TicketNumber) throws(StoreFailure) {
        for (ticket, related) in [(first, second), (second, first)] {
            try session.run(
                """
                INSERT INTO ticket_relation (ticket, related, is_link) VALUES (?, ?, 1)
                ON CONFLICT (ticket, related) DO UPDATE SET is_link = 1
                """, [.integer(ticket.value), .integer(related.value)])
        }
    }

    func suggest(_ related: TicketNumber, beside ticket: TicketNumber) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO ticket_relation (ticket, related, is_link) VALUES (?, ?, 0)
            ON CONFLICT (ticket, related) DO NOTHING
            """, [.integer(ticket.value), .integer(related.value)])
    }

    /// Links and suggestions that the reader may see, those of mails and then the person's other open tickets.
    func neighbours(
        of ticket: TicketRow, _ requester: PersonSummary, visible: MailboxSight?
    ) throws(StoreFailure) -> (linked: [TicketNumber], suggested: [TicketNumber]) {
        var (linked, suggested): ([TicketNumber], [TicketNumber]) = ([], [])
        var seen: Set<TicketNumber> = [ticket.number]
        try session.look(
            """
            SELECT COALESCE(t.merged_into, t.number), t.mailbox, r.is_link
            FROM ticket_relation r JOIN ticket t ON t.number = r.related
            WHERE r.ticket = ? AND NOT EXISTS (
                SELECT 1 FROM withheld_ticket w WHERE w.ticket = COALESCE(t.merged_into, t.number))
            ORDER BY r.is_link DESC, 1
            """, [.integer(ticket.number.value)]
        ) { row throws(StoreFailure) in
            guard let number = try Self.visibleNumber(row, visible), seen.insert(number).inserted else { return .goOn }
            if row.flag(2) { linked.append(number) } else { suggested.append(number) }
            return linked.count + suggested.count < Desk.Limits.relatedTickets ? .goOn : .enough
        }
        // Mail without an author all hangs on one stand-in, which is nobody.
        guard let address = requester.address, address.text != ArrivalReading.missingAuthor else {
            return (linked, suggested)
        }
        try session.look(
            """
            SELECT t.number, t.mailbox FROM participant p JOIN ticket t ON t.number = p.ticket
            WHERE p.person = ? AND t.requester = ? AND t.status <> ? AND t.merged_into IS NULL
            AND NOT EXISTS (SELECT 1 FROM withheld_ticket w WHERE w.ticket = t.number)
            ORDER BY t.number DESC
            """,
            [.id(ticket.requester.object), .id(ticket.requester.object), .integer(TicketStatus.closed.code)]
        ) { row throws(StoreFailure) in
            guard let number = try Self.visibleNumber(row, visible), seen.insert(number).inserted else { return .goOn }
            suggested.append(number)
            return suggested.count < Desk.Limits.relatedTickets ? .goOn : .enough
        }
        return (linked, suggested)
    }

    func mergedNumbers(into ticket: TicketNumber) throws(StoreFailure) -> [TicketNumber] {
        try session.all(
            "SELECT number FROM ticket WHERE merged_into = ? ORDER BY number LIMIT ?",
            [.integer(ticket.value), .integer(Desk.Limits.relatedTickets)]
        ) { row throws(StoreFailure) in
            guard let number = TicketNumber(row.integer(0)) else { throw .damaged }
            return number
        }
    }

    /// Who takes part besides the requester.
    func participants(of ticket: TicketRow) throws(StoreFailure) -> [PersonSummary] {
        let people = try participantIDs(of: ticket.number).filter { $0 != ticket.requester }
        var summaries: [PersonSummary] = []
        for person in people.prefix(Desk.Limits.participants) { summaries.append(try summary(of: person)) }
        return summaries
    }

    func participantIDs(of ticket: TicketNumber) throws(StoreFailure) -> [PersonID] {
        try session.all(
            "SELECT person FROM participant WHERE ticket = ? ORDER BY person", [.integer(ticket.value)]
        ) { row throws(StoreFailure) in PersonID(try row.id(0)) }
    }

    private static func visibleNumber(
        _ row: any SQLRow, _ visible: MailboxSight?
    ) throws(StoreFailure) -> TicketNumber? {
        guard let number = TicketNumber(row.integer(0)), let mailbox = MailboxName(row.text(1)) else { throw .damaged }
        return visible?.contains(mailbox) ?? true ? number : nil
    }
}
