internal import Desk
internal import Foundation

/// The end of the files of tickets that stay.
struct FileExpiry: Sendable {
    let mailbox: MailboxName
    let terms: RetentionTerms
    let horizon: Date

    private var bound: SQLValue {
        .integer(Moment.milliseconds(horizon.addingTimeInterval(-terms.attachments.seconds)))
    }

    func choose(_ session: any SQLSession, after number: TicketNumber?) throws(StoreFailure) -> ExpiryChoice {
        var choice = ExpiryChoice()
        var bytes: Int64 = 0
        var isCut = false
        try session.look(
            Self.select,
            [
                .integer(number?.value ?? 0), .text(mailbox.value), .integer(TicketStatus.closed.code), bound, bound,
                .integer(Limits.expiredTickets),
            ]
        ) { row throws(StoreFailure) in
            guard let number = TicketNumber(row.integer(0)) else { throw .damaged }
            let (sum, overflow) = bytes.addingReportingOverflow(row.integer(1))
            if overflow || sum > Limits.expiredBytes, !choice.tickets.isEmpty {
                isCut = true
                return .enough
            }
            bytes = sum
            choice.tickets.append(number)
            choice.next = number
            return .goOn
        }
        if !isCut, choice.tickets.count < Limits.expiredTickets { choice.next = nil }
        return choice
    }

    func remove(_ tickets: [TicketNumber], _ session: any SQLSession) throws(StoreFailure) -> RetentionCounts {
        var removed = RetentionCounts()
        for number in tickets {
            let values: [SQLValue] = [.integer(number.value), .integer(TicketStatus.closed.code), bound]
            try session.run(Self.note, values)
            let files = try session.run(Self.delete, values)
            removed.files += files
            removed.strippedTickets += files > 0 ? 1 : 0
        }
        return removed
    }

    private static let select = """
        SELECT t.number, SUM(a.size) FROM ticket t JOIN message m ON m.ticket = t.number
        JOIN attachment a ON a.message = m.id
        WHERE t.number > ? AND t.mailbox = ? AND t.status = ? AND t.merged_into IS NULL AND t.closed_at <= ?
        AND COALESCE(t.kept_since, 0) <= ? AND NOT \(RetentionExemption.ticketStays)
        GROUP BY t.number ORDER BY t.number LIMIT ?
        """

    /// Only while the ticket is still closed: somebody may have reopened it since it was chosen.
    private static let note = """
        UPDATE message SET files_gone = files_gone + (SELECT COUNT(*) FROM attachment a WHERE a.message = message.id)
        WHERE ticket IN (SELECT number FROM ticket WHERE number = ? AND status = ? AND closed_at <= ?)
        AND EXISTS (SELECT 1 FROM attachment a WHERE a.message = message.id)
        """
    private static let delete = """
        DELETE FROM attachment WHERE message IN (
            SELECT m.id FROM message m JOIN ticket t ON t.number = m.ticket
            WHERE t.number = ? AND t.status = ? AND t.closed_at <= ?)
        """
}
