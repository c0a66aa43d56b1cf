internal import Desk
internal import Foundation

/// Tickets: clear columns for lists and order, particulars sealed under the requester's key.
extension DeskRecords {
    /// The ticket a number leads to: its own, or the one it became part of.
    func ticket(_ number: TicketNumber) throws(StoreFailure) -> TicketRow? {
        let asked = try row(ofTicket: number)
        guard let target = asked?.mergedInto else { return asked }
        return try row(ofTicket: target)
    }

    /// The ticket with exactly this number, part of another or not.
    func row(ofTicket number: TicketNumber) throws(StoreFailure) -> TicketRow? {
        try session.first(
            "\(TicketRow.select) WHERE number = ?", [.integer(number.value)]
        ) { row throws(StoreFailure) in try TicketRow(row) }
    }

    /// Writes a new ticket with its counts as they will be when the transaction ends.
    func add(_ ticket: TicketRow, particulars: TicketParticulars) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO ticket (number, mailbox, requester, status, created_at, updated_at, closed_at, message_count,
                                version, priority, particulars, kept_since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(ticket.number.value), .text(ticket.mailbox.value), .id(ticket.requester.object),
                .integer(ticket.status.code), .integer(ticket.createdAt), .integer(ticket.updatedAt),
                .integer(ticket.closedAt), .integer(ticket.messageCount), .integer(ticket.version),
                .integer(ticket.priority.code), .blob(try seal(particulars, of: ticket)), .integer(ticket.keptSince),
            ])
    }

    /// Brings a ticket back that is out of sight; the caller writes its counts back.
    func wake(_ ticket: inout TicketRow) throws(StoreFailure) {
        guard ticket.snoozedUntil != nil else { return }
        try session.run("DELETE FROM snooze WHERE ticket = ?", [.integer(ticket.number.value)])
        ticket.snoozedUntil = nil
    }

    /// Writes status, priority, times and counts back. What is closed is not waited for any more.
    func update(_ ticket: TicketRow) throws(StoreFailure) {
        if ticket.status == .closed {
            var ticket = ticket
            try wake(&ticket)
        }
        try session.run(
            """
            UPDATE ticket SET status = ?, priority = ?, updated_at = ?, closed_at = ?, message_count = ?, version = ?
            WHERE number = ?
            """,
            [
                .integer(ticket.status.code), .integer(ticket.priority.code), .integer(ticket.updatedAt),
                .integer(ticket.closedAt), .integer(ticket.messageCount), .integer(ticket.version),
                .integer(ticket.number.value),
            ])
    }

    func set(_ particulars: TicketParticulars, of ticket: TicketRow) throws(StoreFailure) {
        try session.run(
            "UPDATE ticket SET particulars = ? WHERE number = ?",
            [.blob(try seal(particulars, of: ticket)), .integer(ticket.number.value)])
    }

    func particulars(of ticket: TicketRow) throws(StoreFailure) -> TicketParticulars {
        let place = Place.particulars(of: ticket.number)
        return try TicketParticulars(bytes: sealer.open(ticket.particulars, at: place, owner: ticket.requester))
    }

    /// The ticket as it is shown. Of an erased requester only the clear columns are left.
    func shown(_ row: TicketRow) throws(StoreFailure) -> Ticket {
        let particulars: TicketParticulars
        do throws(StoreFailure) {
            particulars = try self.particulars(of: row)
        } catch .keyDestroyed, .keyHeld {
            particulars = TicketParticulars(subject: "")
        }
        var ticket = Ticket(
            number: row.number, mailbox: row.mailbox, requester: try summary(of: row.requester),
            subject: particulars.subject, status: row.status,
            assignee: try assignee(of: row.number) ?? particulars.assignee, tags: particulars.tags,
            priority: row.priority, labels: particulars.labels, createdAt: Moment.date(row.createdAt),
            updatedAt: Moment.date(row.updatedAt), messageCount: Int(clamping: row.messageCount), version: row.version)
        ticket.snoozedUntil = row.snoozedUntil.map(Moment.date)
        ticket.isRestricted = row.isOfRestricted
        ticket.keptFrom = row.keptFrom.map(Moment.date)
        return ticket
    }

    private func seal(_ particulars: TicketParticulars, of ticket: TicketRow) throws(StoreFailure) -> [UInt8] {
        try sealer.seal(particulars.bytes, at: Place.particulars(of: ticket.number), owner: ticket.requester)
    }
}
