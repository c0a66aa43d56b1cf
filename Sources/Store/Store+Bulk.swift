package import Desk
package import Foundation

/// Many tickets at once.
extension Store {
    package func tickets(
        numbered numbers: [TicketNumber], visible: MailboxSight?
    ) async throws(StoreFailure) -> [Ticket] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            var tickets: [Ticket] = []
            for number in numbers {
                guard let row = try records.ticket(number), !row.isWithheld, visible?.contains(row.mailbox) ?? true
                else { continue }
                tickets.append(try records.shown(row))
            }
            return tickets
        }
    }

    package func change(
        _ items: [BulkItem], by change: BulkChange, visible: MailboxSight?, author: Principal, now: Date
    ) async throws(StoreFailure) -> BulkOutcome {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            var outcome = BulkOutcome(changed: [], skipped: [])
            for item in items {
                guard let row = try records.ticket(item.number), row.number == item.number,
                    row.version == item.version, !row.isWithheld,
                    visible?.contains(row.mailbox) ?? true,
                    let changes = change.changes(of: try records.shown(row))
                else {
                    outcome.skipped.append(item.number)
                    continue
                }
                do throws(StoreFailure) {
                    let isChanged = try session.savepoint { () throws(StoreFailure) in
                        try records.change(row, to: changes, by: author, at: now)
                    }
                    if isChanged { outcome.changed.append(item.number) } else { outcome.skipped.append(item.number) }
                } catch .keyDestroyed {
                    // The requester was erased: what is sealed of the ticket cannot be written any more.
                    outcome.skipped.append(item.number)
                }
            }
            return outcome
        }
    }
}
