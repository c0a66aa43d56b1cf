internal import Desk
internal import Foundation

/// A request said twice is carried out once: the key, bound to who said it, leads to what it made.
struct Idempotency {
    private let records: DeskRecords
    private let hash: [UInt8]

    init(_ records: DeskRecords, author: Principal, key: String) {
        self.records = records
        hash = records.hashes.capability(Array("\(author.auditName)\u{0}\(key)".utf8), label: "idempotency")
    }

    /// What the first request made, if it was made lately.
    func find(since now: Int64) throws(StoreFailure) -> TicketMessage? {
        guard let (ticket, position) = try place(since: now), let row = try records.message(at: position, of: ticket)
        else { return nil }
        return try records.shown(row, entries: records.entries(of: ticket).filter { $0.position == position })
    }

    /// The ticket the first request opened, if it was opened lately.
    func ticket(since now: Int64) throws(StoreFailure) -> TicketNumber? {
        try place(since: now)?.ticket
    }

    func note(_ message: MessageRow, now: Int64) throws(StoreFailure) {
        try records.session.run("DELETE FROM idempotency WHERE at <= ?", [.integer(now - Self.kept)])
        try records.session.run(
            """
            INSERT INTO idempotency (key, ticket, position, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET ticket = excluded.ticket, position = excluded.position, at = excluded.at
            """, [.blob(hash), .integer(message.ticket.value), .integer(message.position), .integer(now)])
    }

    private func place(since now: Int64) throws(StoreFailure) -> (ticket: TicketNumber, position: Int64)? {
        let found = try records.session.first(
            "SELECT ticket, position FROM idempotency WHERE key = ? AND at > ?",
            [.blob(hash), .integer(now - Self.kept)]
        ) { row throws(StoreFailure) in (TicketNumber(row.integer(0)), row.integer(1)) }
        guard let (ticket, position) = found, let ticket else { return nil }
        return (ticket, position)
    }

    private static let kept = Int64(Desk.Limits.idempotencyKept.seconds * 1000)
}
