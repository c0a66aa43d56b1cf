internal import Desk
internal import Foundation

/// The row of one mailbox in `retention`.
enum RetentionRow {
    static let select = """
        SELECT terms, horizon, due_tickets, due_messages, due_ticket_files, due_stripped, due_files, held, total,
               mailed_at, approved_at, ran_at, was_approved, tickets, messages, ticket_files, stripped, files, people,
               due_copies, copies
        FROM retention
        """

    /// In the order of `select`.
    static func record(_ row: any SQLRow, of mailbox: MailboxName) -> RetentionRecord {
        let number = { (column: Int) in Int(clamping: row.integer(column)) }
        var record = RetentionRecord(
            mailbox: mailbox, ranAt: row.integerIfAny(11).map(Moment.date), wasApproved: row.flag(12),
            removed: RetentionCounts(
                tickets: number(13), messages: number(14), ticketFiles: number(15), strippedTickets: number(16),
                files: number(17), people: number(18), copies: number(20)))
        if let terms = row.textIfAny(0) {
            let due = RetentionCounts(
                tickets: number(2), messages: number(3), ticketFiles: number(4), strippedTickets: number(5),
                files: number(6), copies: number(19))
            record.waiting = RetentionRecord.Waiting(
                terms: terms, horizon: Moment.date(row.integer(1)),
                plan: RetentionPlan(due: due, held: number(7), total: number(8)),
                mailedAt: row.integerIfAny(9).map(Moment.date), approvedAt: row.integerIfAny(10).map(Moment.date))
        }
        return record
    }

    /// Makes sure that there is one.
    static func make(_ mailbox: MailboxName, _ session: any SQLSession) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO retention (mailbox, was_approved, tickets, messages, ticket_files, stripped, files, people)
            VALUES (?, 0, 0, 0, 0, 0, 0, 0) ON CONFLICT (mailbox) DO NOTHING
            """, [.text(mailbox.value)])
    }

    static func set(
        _ waiting: RetentionRecord.Waiting?, of mailbox: MailboxName, _ session: any SQLSession
    ) throws(StoreFailure) {
        let due = waiting?.plan.due
        let numbers = [
            due?.tickets, due?.messages, due?.ticketFiles, due?.strippedTickets, due?.files, waiting?.plan.held,
            waiting?.plan.total, due?.copies,
        ].map { SQLValue.integer($0.map { Int64($0) }) }
        try session.run(
            """
            UPDATE retention SET terms = ?, horizon = ?, due_tickets = ?, due_messages = ?, due_ticket_files = ?,
                due_stripped = ?, due_files = ?, held = ?, total = ?, due_copies = ?, mailed_at = ?, approved_at = ?
            WHERE mailbox = ?
            """,
            [.text(waiting?.terms), .integer(waiting.map { Moment.milliseconds($0.horizon) })] + numbers + [
                .integer(waiting?.mailedAt.map(Moment.milliseconds)),
                .integer(waiting?.approvedAt.map(Moment.milliseconds)), .text(mailbox.value),
            ])
    }

    static func add(
        _ removed: RetentionCounts, of mailbox: MailboxName, ranAt: Int64, _ session: any SQLSession
    ) throws(StoreFailure) {
        try session.run(
            """
            UPDATE retention SET ran_at = ?, tickets = tickets + ?, messages = messages + ?,
                ticket_files = ticket_files + ?, stripped = stripped + ?, files = files + ?, people = people + ?,
                copies = copies + ?
            WHERE mailbox = ?
            """,
            [
                .integer(ranAt), .integer(removed.tickets), .integer(removed.messages), .integer(removed.ticketFiles),
                .integer(removed.strippedTickets), .integer(removed.files), .integer(removed.people),
                .integer(removed.copies), .text(mailbox.value),
            ])
    }
}
