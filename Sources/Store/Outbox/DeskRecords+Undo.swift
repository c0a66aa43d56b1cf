internal import Desk

/// Taking an answer back: what the ticket was before it is kept while one of its mails waits.
extension DeskRecords {
    /// Called where the answer is written, with the ticket as it was and the status the answer gives it.
    func keepBefore(
        _ before: TicketRow, answerAt position: Int64, makes status: TicketStatus, by author: Principal, informs: Bool
    ) throws(StoreFailure) {
        // What left or was taken back cannot be undone any more.
        try session.run(
            """
            DELETE FROM answer_before WHERE ticket = ? AND NOT EXISTS (
                SELECT 1 FROM outbox WHERE outbox.ticket = answer_before.ticket
                AND outbox.position = answer_before.position AND outbox.state < 10)
            """, [.integer(before.number.value)])
        try session.run(
            """
            INSERT INTO answer_before (ticket, position, author, made, status, closed_at, informs)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(before.number.value), .integer(position), .text(author.auditName), .integer(status.code),
                .integer(before.status.code), .integer(before.closedAt), .flag(informs),
            ])
    }

    /// queued or deferred → withdrawn, with the bytes gone. False when it was too late.
    func withdraw(_ id: OutboxEntryID) throws(StoreFailure) -> Bool {
        let changed = try session.run(
            "UPDATE outbox SET state = ?, reason = ? WHERE id = ? AND state IN (?, ?)",
            [
                .integer(DeliveryState.withdrawn.code), .text("taken back"), .id(id.object),
                .integer(DeliveryState.queued.code), .integer(DeliveryState.deferred.code),
            ])
        if changed == 1 { try dropMail(of: id) }
        return changed == 1
    }

    /// The newest answer of this author that has a mail waiting.
    func waitingAnswer(to number: TicketNumber, by author: Principal) throws(StoreFailure) -> Int64? {
        try session.first(
            """
            SELECT position FROM answer_before WHERE ticket = ? AND author = ? AND EXISTS (
                SELECT 1 FROM outbox WHERE outbox.ticket = answer_before.ticket
                AND outbox.position = answer_before.position AND outbox.state IN (?, ?))
            ORDER BY position DESC LIMIT 1
            """,
            [
                .integer(number.value), .text(author.auditName), .integer(DeliveryState.queued.code),
                .integer(DeliveryState.deferred.code),
            ]
        ) { row throws(StoreFailure) in row.integer(0) }
    }

    /// Gives the ticket its former status back once no mail of the answer left or can leave.
    func restoreBefore(answerAt position: Int64, of number: TicketNumber, now: Int64) throws(StoreFailure) {
        let remaining = try session.exists(
            "SELECT 1 FROM outbox WHERE ticket = ? AND position = ? AND state NOT IN (?, ?)",
            [
                .integer(number.value), .integer(position), .integer(DeliveryState.withdrawn.code),
                .integer(DeliveryState.suppressed.code),
            ])
        guard !remaining, var ticket = try ticket(number), let before = try before(position, of: number) else { return }
        try session.run(
            "DELETE FROM answer_before WHERE ticket = ? AND position = ?", [.integer(number.value), .integer(position)])
        if before.informs {
            // The notice never left, so the next mail carries it.
            try unmarkInformed(ticket.requester)
        }
        if try handOver(before, from: position, of: number) {
            ticket.version += 1
        } else {
            if ticket.status == before.made {
                ticket.status = before.status
                ticket.closedAt = before.closedAt
            }
            ticket.updatedAt = now
            ticket.version += 1
        }
        try update(ticket)
    }

    private struct Before {
        var made: TicketStatus
        var status: TicketStatus
        var closedAt: Int64?
        var informs: Bool
    }

    private func before(_ position: Int64, of number: TicketNumber) throws(StoreFailure) -> Before? {
        try session.first(
            "SELECT made, status, closed_at, informs FROM answer_before WHERE ticket = ? AND position = ?",
            [.integer(number.value), .integer(position)]
        ) { row throws(StoreFailure) in
            Before(
                made: try TicketStatus(code: row.integer(0)), status: try TicketStatus(code: row.integer(1)),
                closedAt: row.integerIfAny(2), informs: row.flag(3))
        }
    }

    /// A later answer that may still be taken back was built on this one: its way back leads to what was before both.
    private func handOver(
        _ before: Before, from position: Int64, of number: TicketNumber
    ) throws(StoreFailure) -> Bool {
        let later = try session.first(
            "SELECT MIN(position) FROM answer_before WHERE ticket = ? AND position > ?",
            [.integer(number.value), .integer(position)]
        ) { row throws(StoreFailure) in row.integerIfAny(0) }
        guard let later = later ?? nil else { return false }
        try session.run(
            "UPDATE answer_before SET status = ?, closed_at = ? WHERE ticket = ? AND position = ?",
            [.integer(before.status.code), .integer(before.closedAt), .integer(number.value), .integer(later)])
        return true
    }
}
