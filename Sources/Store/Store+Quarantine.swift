package import Desk
package import Foundation
internal import Mail

/// What the operator asks of mails that could not be read.
extension Store {
    package func quarantine() async throws(StoreFailure) -> [QuarantinedMail] {
        try await engine.read { session throws(StoreFailure) in
            try session.all(
                """
                SELECT message, ticket, mailbox, folder, uid, size, reason, at, looked_at FROM quarantine
                ORDER BY message
                """, []
            ) { row throws(StoreFailure) in try QuarantinedMail(row) }
        }
    }

    package func lookAtQuarantined(
        _ id: TicketMessageID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> QuarantineView? {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            guard var row = try QuarantineRow.find(id, session) else { return nil }
            if row.mail.lookedAt == nil {
                let minute = Moment.minute(now)
                try session.run(
                    "UPDATE quarantine SET looked_at = ? WHERE message = ?", [.integer(minute), .id(id.object)])
                row.mail.lookedAt = Moment.date(minute)
            }
            try AuditLog(session, keys: sealer.keys).append(
                .quarantine(.seen, id), by: author.auditName, at: Moment.milliseconds(now))
            let bytes = try sealer.desk.open(row.content, at: Place.quarantined(id))
            return QuarantineView(mail: row.mail, text: RawText(of: bytes))
        }
    }

    package func releaseQuarantined(
        _ id: TicketMessageID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> TicketNumber? {
        let (sealer, world) = (sealer, world)
        return try await engine.write { session throws(StoreFailure) in
            guard let row = try QuarantineRow.find(id, session) else { return nil }
            let ending = QuarantineEnding(records: DeskRecords(session, sealer: sealer), world: world, now: now)
            return try ending.release(row, by: author)
        }
    }

    package func deleteQuarantined(
        _ id: TicketMessageID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let (sealer, world) = (sealer, world)
        return try await engine.write { session throws(StoreFailure) in
            guard let row = try QuarantineRow.find(id, session) else { return false }
            let ending = QuarantineEnding(records: DeskRecords(session, sealer: sealer), world: world, now: now)
            try ending.delete(row, as: .deleted, by: author)
            return true
        }
    }

    package func expireQuarantined(
        lookedBefore: Date, limit: Int, now: Date
    ) async throws(StoreFailure) -> Int {
        let (sealer, world) = (sealer, world)
        return try await engine.write { session throws(StoreFailure) in
            let due = try session.all(
                """
                SELECT message FROM quarantine WHERE looked_at IS NOT NULL AND looked_at < ?
                ORDER BY looked_at, message LIMIT ?
                """, [.integer(Moment.milliseconds(lookedBefore)), .integer(max(0, limit))]
            ) { row throws(StoreFailure) in TicketMessageID(try row.id(0)) }
            let ending = QuarantineEnding(records: DeskRecords(session, sealer: sealer), world: world, now: now)
            for id in due {
                guard let row = try QuarantineRow.find(id, session) else { continue }
                try ending.delete(row, as: .expired, by: .daemon)
            }
            return due.count
        }
    }
}
