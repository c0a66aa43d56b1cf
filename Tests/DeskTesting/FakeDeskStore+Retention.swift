package import Desk
package import Foundation

/// Retention in memory: who waits and who approved. It deletes nothing.
extension FakeDeskStore {
    package func retentionPlan(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date
    ) async throws(StoreFailure) -> RetentionPlan {
        try read { $0.retentionPlans[mailbox] ?? RetentionPlan() }
    }

    package func retentionRecord(of mailbox: MailboxName) async throws(StoreFailure) -> RetentionRecord {
        try read { $0.retention[mailbox] ?? RetentionRecord(mailbox: mailbox) }
    }

    package func keepWaiting(
        _ waiting: RetentionRecord.Waiting?, of mailbox: MailboxName
    ) async throws(StoreFailure) {
        try write { $0.retention[mailbox, default: RetentionRecord(mailbox: mailbox)].waiting = waiting }
    }

    package func approveRetention(
        of mailbox: MailboxName, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let waiting = state.retention[mailbox]?.waiting, waiting.approvedAt == nil else { return false }
            state.retention[mailbox]?.waiting?.approvedAt = now
            state.retention[mailbox]?.wasApproved = true
            state.note(
                .retentionApproved(mailbox, tickets: Int64(waiting.plan.due.tickets)), by: author, at: now)
            return true
        }
    }

    package func hurryRetention(of mailbox: MailboxName) async throws(StoreFailure) {
        try write { $0.retention[mailbox]?.ranAt = nil }
    }

    package func expireTickets(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date, after number: TicketNumber?, now: Date
    ) async throws(StoreFailure) -> RetentionProgress {
        try write { state in
            let due = state.retentionPlans.removeValue(forKey: mailbox)?.due ?? RetentionCounts()
            return RetentionProgress(removed: due)
        }
    }

    package func expireFiles(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date, after number: TicketNumber?
    ) async throws(StoreFailure) -> RetentionProgress { RetentionProgress() }

    package func dueCopies(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date, after copy: ServerCopy?
    ) async throws(StoreFailure) -> CopyPage { CopyPage() }

    package func recordedMails(_ mails: [FetchedMessage]) async throws(StoreFailure) -> Set<UInt32> { [] }

    package func forgetCopies(_ copies: [ServerCopy], of mailbox: MailboxName) async throws(StoreFailure) {}

    package func forgetPeopleLeft(now: Date) async throws(StoreFailure) -> Int { 0 }

    package func endRetention(
        of mailbox: MailboxName, removed: RetentionCounts, now: Date
    ) async throws(StoreFailure) {
        try write { state in
            var record = state.retention[mailbox] ?? RetentionRecord(mailbox: mailbox)
            record.waiting = nil
            record.ranAt = now
            record.removed = record.removed + removed
            state.retention[mailbox] = record
        }
    }

    package func sweep(now: Date) async throws(StoreFailure) -> Int {
        try write { state in
            state.retentionClock.sweptAt = now
            return 0
        }
    }

    package func retentionClock() async throws(StoreFailure) -> RetentionClockMark {
        try read { $0.retentionClock }
    }

    package func keep(_ mark: RetentionClockMark) async throws(StoreFailure) {
        try write { state in
            state.retentionClock.seenAt = mark.seenAt ?? state.retentionClock.seenAt
            state.retentionClock.pausedAt = mark.pausedAt ?? state.retentionClock.pausedAt
        }
    }

    package func confirmClock(by author: Principal, now: Date) async throws(StoreFailure) -> Bool {
        try write { state in
            guard state.retentionClock.pausedAt != nil else { return false }
            state.retentionClock.pausedAt = nil
            state.retentionClock.seenAt = now
            state.note(.retentionClockConfirmed, by: author, at: now)
            return true
        }
    }
}
