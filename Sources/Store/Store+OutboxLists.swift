package import Desk
package import Foundation

/// What people ask about the outbox, and the two things they can do to an entry.
extension Store {
    package func outboxEntries(
        state: DeliveryState?, visible: Set<MailboxName>?, limit: Int
    ) async throws(StoreFailure) -> [OutboxEntrySummary] {
        let sealer = sealer
        let limit = min(max(limit, 0), Limits.entriesListed)
        return try await engine.read { session throws(StoreFailure) in
            var found: [OutboxEntrySummary] = []
            guard limit > 0 else { return found }
            let records = DeskRecords(session, sealer: sealer)
            try records.lookAtEntries(in: state) { entry throws(StoreFailure) in
                guard visible?.contains(entry.mailbox) ?? true else { return .goOn }
                found.append(OutboxEntrySummary(entry))
                return found.count >= limit ? .enough : .goOn
            }
            return found
        }
    }

    package func outboxCounts() async throws(StoreFailure) -> [DeliveryState: Int] {
        try await engine.read { session throws(StoreFailure) in
            var counts: [DeliveryState: Int] = [:]
            try session.look("SELECT state, COUNT(*) FROM outbox GROUP BY state", []) { row throws(StoreFailure) in
                counts[try DeliveryState(code: row.integer(0))] = Int(row.integer(1))
                return .goOn
            }
            return counts
        }
    }

    package func retryEntry(_ entry: OutboxEntryID, now: Date) async throws(StoreFailure) {
        let now = Moment.milliseconds(now)
        try await engine.write { session throws(StoreFailure) in
            // The time to give up counts anew: somebody has looked at it.
            let changed = try session.run(
                """
                UPDATE outbox SET state = ?, next_attempt_at = ?, enqueued_at = ?, reason = NULL
                WHERE id = ? AND state IN (?, ?, ?)
                """,
                [
                    .integer(DeliveryState.queued.code), .integer(now), .integer(now - now % 60_000),
                    .id(entry.object), .integer(DeliveryState.deferred.code), .integer(DeliveryState.unknown.code),
                    .integer(DeliveryState.failed.code),
                ])
            guard changed == 1 else { throw .notFound }
        }
    }

    package func withdrawEntry(_ entry: OutboxEntryID, now: Date) async throws(StoreFailure) -> Bool {
        try await engine.write { session throws(StoreFailure) in
            let changed = try session.run(
                "UPDATE outbox SET state = ?, reason = ? WHERE id = ? AND state IN (?, ?)",
                [
                    .integer(DeliveryState.withdrawn.code), .text("taken back"), .id(entry.object),
                    .integer(DeliveryState.queued.code), .integer(DeliveryState.deferred.code),
                ])
            if changed == 1 {
                try session.run("DELETE FROM outbox_mail WHERE entry = ?", [.id(entry.object)])
            }
            return changed == 1
        }
    }

    package func mailbox(ofEntry entry: OutboxEntryID) async throws(StoreFailure) -> MailboxName? {
        try await engine.read { session throws(StoreFailure) in
            try session.first(
                "SELECT mailbox FROM outbox WHERE id = ?", [.id(entry.object)]
            ) { row throws(StoreFailure) in MailboxName(row.text(0)) } ?? nil
        }
    }
}

extension OutboxEntrySummary {
    fileprivate init(_ entry: EntryRow) {
        self.init(
            id: entry.id, ticket: entry.ticket, mailbox: entry.mailbox, mailClass: entry.mailClass,
            state: entry.state, attempts: Int(clamping: entry.attempts),
            nextAttemptAt: entry.state.isTerminal ? nil : Moment.date(entry.nextAttemptAt),
            lastReply: entry.lastReply, reason: entry.reason)
    }
}
