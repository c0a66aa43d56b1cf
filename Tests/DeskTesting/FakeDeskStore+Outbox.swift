package import Desk
package import Foundation

/// The outbox, as far as agents see it. Nothing is ever claimed here, so there is nothing to recover, begin or settle.
extension FakeDeskStore {
    package func recoverClaims(
        run: DaemonRun, now: Date
    ) async throws(StoreFailure) -> (requeued: Int, unknown: Int) {
        (requeued: 0, unknown: 0)
    }

    package func claimDue(
        mailbox: MailboxName, run: DaemonRun, now: Date, limit: Int
    ) async throws(StoreFailure) -> [ClaimedEntry] {
        []
    }

    package func mayBegin(_ entry: OutboxEntryID, run: DaemonRun) async throws(StoreFailure) -> SendPermission {
        throw .notFound
    }

    package func markHanding(_ entry: OutboxEntryID, run: DaemonRun, now: Date) async throws(StoreFailure) {
        throw .notFound
    }

    package func settle(
        _ entry: OutboxEntryID, as settlement: Settlement, run: DaemonRun, now: Date
    ) async throws(StoreFailure) {
        throw .notFound
    }

    package func release(_ entries: [OutboxEntryID], run: DaemonRun) async throws(StoreFailure) {}

    package func nextDue(mailbox: MailboxName) async throws(StoreFailure) -> Date? {
        try read { state in
            state.entries.values.map(\.summary).filter { $0.mailbox == mailbox && $0.state == .queued }
                .compactMap(\.nextAttemptAt).min()
        }
    }

    package func outboxEntries(
        state wanted: DeliveryState?, visible: MailboxSight?, limit: Int
    ) async throws(StoreFailure) -> [OutboxEntrySummary] {
        try read { state in
            let found = state.entries.values.map(\.summary).filter { entry in
                (wanted ?? entry.state) == entry.state && visible?.contains(entry.mailbox) ?? true
            }
            return Array(found.sorted { $0.id < $1.id }.prefix(limit))
        }
    }

    package func outboxCounts() async throws(StoreFailure) -> [DeliveryState: Int] {
        try read { state in
            state.entries.values.reduce(into: [:]) { counts, entry in counts[entry.summary.state, default: 0] += 1 }
        }
    }

    package func retryEntry(_ entry: OutboxEntryID, now: Date) async throws(StoreFailure) {
        try write { state throws(StoreFailure) in
            guard let found = state.entries[entry], [.deferred, .unknown, .failed].contains(found.summary.state) else {
                throw .notFound
            }
            state.entries[entry]?.summary.state = .queued
            state.entries[entry]?.summary.nextAttemptAt = now
        }
    }

    package func withdrawEntry(_ entry: OutboxEntryID, now: Date) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let found = state.entries[entry], [.queued, .deferred].contains(found.summary.state) else {
                return false
            }
            state.withdraw(entry)
            if let before = state.answersBefore.first(where: { $0.entries.contains(entry) }) {
                state.restore(before.message, now: now)
            }
            return true
        }
    }

    package func mailbox(ofEntry entry: OutboxEntryID) async throws(StoreFailure) -> MailboxName? {
        try read { $0.entries[entry]?.summary.mailbox }
    }
}
