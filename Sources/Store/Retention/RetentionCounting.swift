internal import Desk
internal import Foundation

/// Counts what is due, page by page, and changes nothing.
struct RetentionCounting: Sendable {
    let mailbox: MailboxName
    let terms: RetentionTerms
    let horizon: Date

    struct Page: Sendable {
        var plan = RetentionPlan()
        /// Tickets that go whole, with files that are old enough to go alone, and those files.
        var overlap = (tickets: 0, files: 0)
        var next: TicketNumber?
    }

    func page(_ records: DeskRecords, after number: TicketNumber?) throws(StoreFailure) -> Page {
        var result = Page()
        let page = try ExpiryCandidate.page(
            records, of: mailbox, under: terms, horizon: horizon, after: number, limit: Limits.expiryLook)
        for candidate in page where try candidate.isDue(records, under: terms, horizon: horizon) {
            guard !candidate.stays else {
                result.plan.held += 1
                continue
            }
            result.plan.due.tickets += 1
            let number = SQLValue.integer(candidate.ticket.number.value)
            result.plan.due.messages += try count(
                "SELECT COUNT(*) FROM message WHERE ticket = ?", number, records.session)
            let files = try count(
                """
                SELECT COUNT(*) FROM message m JOIN attachment a ON a.message = m.id WHERE m.ticket = ?
                """, number, records.session)
            result.plan.due.ticketFiles += files
            guard files > 0, let kept = candidate.ticket.keptFrom, kept <= bound else { continue }
            result.overlap.tickets += 1
            result.overlap.files += files
        }
        result.next = page.count < Limits.expiryLook ? nil : page.last?.ticket.number
        return result
    }

    /// Tickets with files that are old enough, and those files, whether the tickets go or stay.
    func files(_ session: any SQLSession) throws(StoreFailure) -> (tickets: Int, files: Int) {
        try session.first(
            """
            SELECT COUNT(DISTINCT t.number), COUNT(*) FROM ticket t JOIN message m ON m.ticket = t.number
            JOIN attachment a ON a.message = m.id
            WHERE t.mailbox = ? AND t.status = ? AND t.merged_into IS NULL AND t.closed_at <= ?
            AND COALESCE(t.kept_since, 0) <= ? AND NOT \(RetentionExemption.ticketStays)
            """,
            [.text(mailbox.value), .integer(TicketStatus.closed.code), .integer(bound), .integer(bound)]
        ) { row throws(StoreFailure) in (Int(clamping: row.integer(0)), Int(clamping: row.integer(1))) } ?? (0, 0)
    }

    func total(_ session: any SQLSession) throws(StoreFailure) -> Int {
        try count(
            "SELECT COUNT(*) FROM ticket WHERE mailbox = ? AND merged_into IS NULL", .text(mailbox.value), session)
    }

    private var bound: Int64 { Moment.milliseconds(horizon.addingTimeInterval(-terms.attachments.seconds)) }

    private func count(
        _ sql: String, _ value: SQLValue, _ session: any SQLSession
    ) throws(StoreFailure) -> Int {
        try session.first(sql, [value]) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
    }
}
