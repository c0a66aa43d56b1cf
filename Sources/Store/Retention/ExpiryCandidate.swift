internal import Desk
internal import Foundation

/// A closed ticket whose time may be over. Whether it is can depend on its labels, which are sealed.
struct ExpiryCandidate {
    let ticket: TicketRow
    let stays: Bool

    /// Those of a mailbox whose closing lies far enough back for the shorter of the two periods.
    static func page(
        _ records: DeskRecords, of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date,
        after number: TicketNumber?, limit: Int
    ) throws(StoreFailure) -> [ExpiryCandidate] {
        let bound = Moment.milliseconds(horizon.addingTimeInterval(-terms.labelledTickets.seconds))
        return try records.session.all(
            Self.select,
            [
                .integer(number?.value ?? 0), .text(mailbox.value), .integer(TicketStatus.closed.code),
                .integer(bound), .integer(bound), .integer(limit),
            ]
        ) { row throws(StoreFailure) in
            ExpiryCandidate(ticket: try TicketRow(row), stays: row.flag(16))
        }
    }

    func isDue(_ records: DeskRecords, under terms: RetentionTerms, horizon: Date) throws(StoreFailure) -> Bool {
        guard let kept = ticket.keptFrom.map(Moment.date) else { return false }
        if terms.expiry(of: kept, labels: []) <= horizon { return true }
        do throws(StoreFailure) {
            return terms.expiry(of: kept, labels: try records.particulars(of: ticket).labels) <= horizon
        } catch .keyDestroyed, .keyHeld, .damaged {
            // What does not open waits for the longer period.
            return false
        }
    }

    private static let select = """
        SELECT t.number, t.mailbox, t.requester, t.status, t.created_at, t.updated_at, t.closed_at, t.message_count,
               t.version, t.priority, t.particulars, NULL, t.merged_into, 0, 0, t.kept_since,
               \(RetentionExemption.ticketStays)
        FROM ticket t
        WHERE t.number > ? AND t.mailbox = ? AND t.status = ? AND t.merged_into IS NULL AND t.closed_at <= ?
        AND COALESCE(t.kept_since, 0) <= ? ORDER BY t.number LIMIT ?
        """
}
