package import Desk
package import Foundation
internal import Vault

/// What agents read.
extension Store {
    package func tickets(_ filter: TicketFilter) async throws(StoreFailure) -> TicketPage {
        let (sealer, now) = (sealer, Moment.milliseconds(world.now()))
        let hits = try await hits(filter)
        return try await engine.read { session throws(StoreFailure) in
            try TicketList(records: DeskRecords(session, sealer: sealer), filter: filter, hits: hits, now: now).page()
        }
    }

    package func ticket(
        _ number: TicketNumber, reader: Principal, now: Date
    ) async throws(StoreFailure) -> TicketView? {
        let sealer = sealer.opening(held: reader.has(.dpo))
        let view = try await engine.read { session throws(StoreFailure) -> TicketView? in
            let records = DeskRecords(session, sealer: sealer)
            guard let ticket = try records.ticket(number) else { return nil }
            return try records.view(of: ticket, visible: reader.visibleMailboxes.map { .only($0) })
        }
        if let view { try await noteRead(of: view.ticket.number, by: reader, now: now) }
        return view
    }

    package func mailbox(ofTicket number: TicketNumber) async throws(StoreFailure) -> MailboxName? {
        try await engine.read { session throws(StoreFailure) in
            try session.first(
                "SELECT mailbox FROM ticket WHERE number = ?", [.integer(number.value)]
            ) { row throws(StoreFailure) in MailboxName(row.text(0)) } ?? nil
        }
    }

    package func attachment(
        _ id: AttachmentID, of number: TicketNumber, reader: Principal, now: Date
    ) async throws(StoreFailure) -> (AttachmentSummary, [UInt8])? {
        let sealer = sealer.opening(held: reader.has(.dpo))
        let found = try await engine.read { session throws(StoreFailure) -> Downloaded? in
            let records = DeskRecords(session, sealer: sealer)
            guard let ticket = try records.ticket(number),
                let (summary, bytes) = try records.attachment(id, of: ticket.number)
            else { return nil }
            return Downloaded(ticket: ticket.number, summary: summary, bytes: bytes)
        }
        guard let found else { return nil }
        try await noteRead(of: found.ticket, by: reader, now: now)
        return (found.summary, found.bytes)
    }

    private struct Downloaded: Sendable {
        var ticket: TicketNumber
        var summary: AttachmentSummary
        var bytes: [UInt8]
    }

    /// Written before the answer is given, once an hour for each reader and ticket. When the store takes nothing at
    /// the moment it is remembered instead, because reading goes on (P9).
    private func noteRead(of number: TicketNumber, by reader: Principal, now: Date) async throws(StoreFailure) {
        let due = reads.note(
            ReadJournal.Entry(hour: Moment.hour(now), ticket: number.value, reader: reader.auditName))
        guard !due.isEmpty else { return }
        let keys = keys
        do throws(StoreFailure) {
            try await engine.write { session throws(StoreFailure) in
                for read in due {
                    let first = try session.run(
                        """
                        INSERT INTO read_log (hour, ticket, reader) VALUES (?, ?, ?)
                        ON CONFLICT (hour, ticket, reader) DO NOTHING
                        """, [.integer(read.hour), .integer(read.ticket), .text(read.reader)])
                    guard first == 1, let ticket = TicketNumber(read.ticket) else { continue }
                    // To the hour here too: staff are not timed to the second (gdpr.md B11).
                    try AuditLog(session, keys: keys).append(
                        .ticketRead(ticket), by: read.reader, at: read.hour * Moment.millisecondsPerHour)
                }
            }
            reads.noteWritten(due)
        } catch .notWritable, .busy {
            return
        }
    }
}
