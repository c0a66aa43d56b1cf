package import Desk
package import Foundation

/// What people ask about the outbox, and the two things they can do to an entry.
extension Store {
    package func outboxEntries(
        state: DeliveryState?, visible: MailboxSight?, limit: Int
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
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.entry(entry), try records.withdraw(entry) else { return false }
            if let ticket = row.ticket { try records.restoreBefore(answerAt: row.position, of: ticket, now: now) }
            return true
        }
    }

    package func withdrawAnswer(
        to number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> TakingBack? {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) -> TakingBack? in
            let records = DeskRecords(session, sealer: sealer)
            guard let number = try records.ticket(number)?.number,
                let position = try records.waitingAnswer(to: number, by: author)
            else { return nil }
            for entry in try records.entries(of: number) where entry.position == position {
                _ = try records.withdraw(entry.id)
            }
            try records.restoreBefore(answerAt: position, of: number, now: now)
            guard let ticket = try records.ticket(number),
                let message = try records.message(at: position, of: number)
            else { throw .damaged }
            let entries = try records.entries(of: number).filter { $0.position == position }
            return TakingBack(message: try records.shown(message, entries: entries), ticket: try records.shown(ticket))
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
