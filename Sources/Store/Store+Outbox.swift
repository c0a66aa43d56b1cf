package import Desk
package import Foundation
internal import Mail
internal import Vault

/// What the workers of the outbox ask. The states are the table in `Desk.docc/Outbox.md`.
extension Store {
    package func recoverClaims(run: DaemonRun, now: Date) async throws(StoreFailure) -> (requeued: Int, unknown: Int) {
        let (sealer, world, now) = (sealer, world, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            let requeued = try session.run(
                """
                UPDATE outbox SET state = ?, run = NULL, attempts = attempts - 1
                WHERE state < 10 AND state = ? AND run <> ?
                """,
                [.integer(DeliveryState.queued.code), .integer(DeliveryState.claimed.code), .id(run.object)])
            let handed = try session.all(
                "SELECT id FROM outbox WHERE state < 10 AND state = ? AND run <> ?",
                [.integer(DeliveryState.handing.code), .id(run.object)]
            ) { row throws(StoreFailure) in OutboxEntryID(try row.id(0)) }
            for id in handed {
                guard let entry = try records.entry(id) else { continue }
                if entry.isRepetition {
                    try records.fail(
                        entry, Settlement.lostTwice, reply: nil, now: now, note: TicketMessageID(from: world))
                } else {
                    let retryAt = now + Int64(Desk.Limits.unknownRetryAfter.seconds * 1000)
                    try records.markUnknown(id, retryAt: retryAt)
                }
            }
            return (requeued, handed.count)
        }
    }

    package func claimDue(
        mailbox: MailboxName, run: DaemonRun, now: Date, limit: Int
    ) async throws(StoreFailure) -> [ClaimedEntry] {
        let due: [SQLValue] = [.text(mailbox.value), .integer(Moment.milliseconds(now))]
        // An idle worker asks often; only what is due is worth a transaction.
        let isAnyDue = try await engine.read { session throws(StoreFailure) in
            try session.exists(
                """
                SELECT 1 FROM outbox WHERE state < 10 AND mailbox = ? AND next_attempt_at <= ? AND state IN (1, 2, 3)
                """, due)
        }
        guard isAnyDue else { return [] }
        // What is withheld may have to leave all the same: the law requires some mail. It is shown to nobody here.
        let opener = sealer.opening(held: true)
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: opener)
            let entries = try session.all(
                """
                \(EntryRow.select) WHERE state < 10 AND mailbox = ? AND next_attempt_at <= ? AND state IN (1, 2, 3)
                ORDER BY next_attempt_at, id LIMIT ?
                """, due + [.integer(limit)]
            ) { row throws(StoreFailure) in try EntryRow(row) }
            var claimed: [ClaimedEntry] = []
            var opened: Int64 = 0
            for entry in entries {
                opened += try records.mailSize(of: entry.id)
                if opened > Limits.claimedBytes && !claimed.isEmpty { break }
                try session.run(
                    "UPDATE outbox SET state = ?, run = ?, attempts = attempts + 1 WHERE id = ?",
                    [.integer(DeliveryState.claimed.code), .id(run.object), .id(entry.id.object)])
                claimed.append(
                    ClaimedEntry(
                        id: entry.id, ticket: entry.ticket, mailClass: entry.mailClass,
                        attempts: Int(clamping: entry.attempts) + 1, isRepetition: entry.isRepetition,
                        enqueuedAt: Moment.date(entry.enqueuedAt), outbound: try records.outbound(of: entry)))
            }
            return claimed
        }
    }

    package func mayBegin(_ entry: OutboxEntryID, run: DaemonRun) async throws(StoreFailure) -> SendPermission {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let entry = try records.entry(entry) else {
                return .withheld(reason: "the person was erased")
            }
            if entry.mailClass.stopsWithRestriction, let ticket = entry.ticket, try records.isWithheld(ticket) {
                return .withheld(reason: Restricting.reason)
            }
            guard entry.state == .claimed, entry.run == run.object else {
                return .withheld(reason: entry.reason ?? "it was ended meanwhile")
            }
            return entry.permission(try SuppressionList(session: session).record(entry.hashes))
        }
    }

    package func markHanding(_ entry: OutboxEntryID, run: DaemonRun, now: Date) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            let changed = try session.run(
                "UPDATE outbox SET state = ? WHERE id = ? AND state = ? AND run = ?",
                [
                    .integer(DeliveryState.handing.code), .id(entry.object), .integer(DeliveryState.claimed.code),
                    .id(run.object),
                ])
            // Ended meanwhile: the courier has not sent the dot yet and must not.
            guard changed == 1 else { throw .notFound }
        }
    }

    package func settle(
        _ entry: OutboxEntryID, as settlement: Settlement, run: DaemonRun, now: Date
    ) async throws(StoreFailure) {
        let (sealer, world, now) = (sealer, world, Moment.milliseconds(now))
        try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.entry(entry), row.run == run.object,
                row.state == .claimed || row.state == .handing
            else { return }
            try records.settle(row, as: settlement, now: now, note: TicketMessageID(from: world))
        }
    }

    package func release(_ entries: [OutboxEntryID], run: DaemonRun) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            for entry in entries {
                try session.run(
                    """
                    UPDATE outbox SET state = ?, run = NULL, attempts = attempts - 1
                    WHERE id = ? AND state = ? AND run = ?
                    """,
                    [
                        .integer(DeliveryState.queued.code), .id(entry.object),
                        .integer(DeliveryState.claimed.code), .id(run.object),
                    ])
            }
        }
    }

    package func nextDue(mailbox: MailboxName) async throws(StoreFailure) -> Date? {
        try await engine.read { session throws(StoreFailure) in
            try session.first(
                """
                SELECT next_attempt_at FROM outbox WHERE state < 10 AND mailbox = ? AND state IN (1, 2, 3)
                ORDER BY next_attempt_at LIMIT 1
                """, [.text(mailbox.value)]
            ) { row throws(StoreFailure) in Moment.date(row.integer(0)) }
        }
    }
}
