internal import Desk
internal import Foundation
internal import Vault

/// Finds whom a breach concerns, by plain queries over what the desk keeps anyway.
///
/// Whose data a message is, is whose key opens it: the author of what came in, the requester of what went out. Where a
/// whole ticket was seen, everybody who takes part in it is concerned, with or without a message.
struct AffectedSearch {
    let records: DeskRecords

    struct Place: Hashable {
        var person: PersonID
        var ticket: Int64
    }

    /// Messages by person and ticket; nil when what is asked about is not there.
    func find(_ source: AffectedSource) throws(StoreFailure) -> [Place: Int]? {
        switch source {
        case .tickets(let numbers): return try tickets(numbers)
        case .window(let from, let to, let mailbox): return try window(from: from, to: to, mailbox: mailbox)
        case .reads(let reader, let from, let to): return try reads(by: reader, from: from, to: to)
        case .misdirected(let message): return try misdirected(message)
        case .misdirectedMail(let entry):
            guard let row = try records.entry(entry), let ticket = row.ticket,
                let message = try records.message(at: row.position, of: ticket)
            else { return nil }
            return try misdirected(message.id)
        case .backup(_, let moment): return try copy(of: Moment.milliseconds(moment))
        case .keyEpoch(let epoch):
            guard let end = try end(ofEpoch: epoch) else { return nil }
            return try copy(of: end)
        }
    }

    private var session: any SQLSession { records.session }

    private func tickets(_ numbers: [TicketNumber]) throws(StoreFailure) -> [Place: Int]? {
        var found: [Place: Int] = [:]
        for number in numbers {
            guard try session.exists("SELECT 1 FROM ticket WHERE number = ?", [.integer(number.value)]) else {
                return nil
            }
            try add(ticket: number.value, before: .max, to: &found)
        }
        return found
    }

    private func window(from: Date, to: Date, mailbox: MailboxName?) throws(StoreFailure) -> [Place: Int] {
        try rows(
            """
            SELECT m.owner, m.ticket, COUNT(*) FROM message m JOIN person p ON p.id = m.owner
            JOIN ticket t ON t.number = m.ticket
            WHERE m.at >= ? AND m.at < ? AND (? = '' OR t.mailbox = ?) GROUP BY m.owner, m.ticket
            """,
            [
                .integer(Moment.milliseconds(from)), .integer(Moment.milliseconds(to)), .text(mailbox?.value ?? ""),
                .text(mailbox?.value ?? ""),
            ])
    }

    /// The read log knows hours. Whatever came into a ticket until the end of the last one may have been seen.
    private func reads(by reader: String, from: Date, to: Date) throws(StoreFailure) -> [Place: Int] {
        let read = try session.all(
            "SELECT ticket, MAX(hour) FROM read_log WHERE reader = ? AND hour >= ? AND hour <= ? GROUP BY ticket",
            [.text(reader), .integer(Moment.hour(from)), .integer(Moment.hour(to))]
        ) { row throws(StoreFailure) in (row.integer(0), row.integer(1)) }
        var found: [Place: Int] = [:]
        for (ticket, hour) in read {
            try add(ticket: ticket, before: (hour + 1) * Moment.millisecondsPerHour, to: &found)
        }
        return found
    }

    private func misdirected(_ message: TicketMessageID) throws(StoreFailure) -> [Place: Int]? {
        let found = try rows(
            """
            SELECT m.owner, m.ticket, COUNT(*) FROM message m JOIN person p ON p.id = m.owner
            WHERE m.id = ? GROUP BY m.owner, m.ticket
            """, [.id(message.object)])
        return found.isEmpty ? nil : found
    }

    /// Everything a copy made then holds.
    private func copy(of moment: Int64) throws(StoreFailure) -> [Place: Int] {
        var found = try rows(
            """
            SELECT m.owner, m.ticket, COUNT(*) FROM message m JOIN person p ON p.id = m.owner
            WHERE m.at <= ? GROUP BY m.owner, m.ticket
            """, [.integer(moment)])
        let others = try rows(
            """
            SELECT a.person, a.ticket, 0 FROM participant a JOIN person p ON p.id = a.person
            JOIN ticket t ON t.number = a.ticket WHERE t.created_at <= ?
            """, [.integer(moment)])
        found.merge(others) { max($0, $1) }
        return found
    }

    private func add(ticket: Int64, before end: Int64, to found: inout [Place: Int]) throws(StoreFailure) {
        let messages = try rows(
            """
            SELECT m.owner, m.ticket, COUNT(*) FROM message m JOIN person p ON p.id = m.owner
            WHERE m.ticket = ? AND m.at < ? GROUP BY m.owner, m.ticket
            """, [.integer(ticket), .integer(end)])
        let others = try rows(
            """
            SELECT a.person, a.ticket, 0 FROM participant a JOIN person p ON p.id = a.person WHERE a.ticket = ?
            """, [.integer(ticket)])
        found.merge(messages) { max($0, $1) }
        found.merge(others) { max($0, $1) }
    }

    private func rows(_ sql: String, _ values: [SQLValue]) throws(StoreFailure) -> [Place: Int] {
        var found: [Place: Int] = [:]
        try session.look(sql, values) { row throws(StoreFailure) in
            found[Place(person: PersonID(try row.id(0)), ticket: row.integer(1))] = Int(clamping: row.integer(2))
            return .goOn
        }
        return found
    }

    /// When the next epoch began; the end of time while it has not; nil for an epoch there never was.
    private func end(ofEpoch epoch: Int) throws(StoreFailure) -> Int64? {
        var beginnings: [Int64: Int64] = [:]
        for record in try rotations() {
            if case .number(let number)? = record.details?["epoch"] {
                beginnings[number] = Moment.milliseconds(record.at)
            }
        }
        guard epoch == 1 || beginnings[Int64(epoch)] != nil else { return nil }
        return beginnings[Int64(epoch) + 1] ?? .max
    }

    private func rotations() throws(StoreFailure) -> [AuditRecord] {
        try session.all(
            "SELECT seq, at, event, object, details FROM audit WHERE event = 'keys.rotated' ORDER BY seq", []
        ) { row throws(StoreFailure) in
            AuditRecord(
                sequence: row.integer(0), at: Moment.date(row.integer(1)), event: row.text(2), object: nil,
                details: row.blob(4))
        }
    }
}
