package import Foundation

/// What the outbox asks of the store. Each verb is one durable transaction.
package protocol OutboxStore: Sendable {
    /// Once, under the lock, before any worker starts: what dead runs claimed is queued again, what they were
    /// handing over is of unknown fate. Answers how many of each.
    func recoverClaims(run: DaemonRun, now: Date) async throws(StoreFailure) -> (requeued: Int, unknown: Int)
    /// Claims due entries of a mailbox, oldest first, and counts the attempt.
    func claimDue(
        mailbox: MailboxName, run: DaemonRun, now: Date, limit: Int
    ) async throws(StoreFailure) -> [ClaimedEntry]
    /// Whether a claimed entry may begin: re-reads suppression, withdrawal and erasure. Reads only.
    func mayBegin(_ entry: OutboxEntryID, run: DaemonRun) async throws(StoreFailure) -> SendPermission
    /// claimed → handing, durable before the final dot.
    func markHanding(_ entry: OutboxEntryID, run: DaemonRun, now: Date) async throws(StoreFailure)
    /// Records the end of a try. A final failure reopens the ticket with a note; an entry that another act ended
    /// meanwhile (withdrawn, erased) stays ended.
    func settle(
        _ entry: OutboxEntryID, as settlement: Settlement, run: DaemonRun, now: Date
    ) async throws(StoreFailure)
    /// Claimed but not begun: back to queued, without counting the attempt.
    func release(_ entries: [OutboxEntryID], run: DaemonRun) async throws(StoreFailure)
    /// When the next entry of a mailbox is due; nil when none waits.
    func nextDue(mailbox: MailboxName) async throws(StoreFailure) -> Date?
    func outboxEntries(
        state: DeliveryState?, visible: MailboxSight?, limit: Int
    ) async throws(StoreFailure) -> [OutboxEntrySummary]
    func outboxCounts() async throws(StoreFailure) -> [DeliveryState: Int]
    /// deferred, unknown or failed → queued, due now.
    func retryEntry(_ entry: OutboxEntryID, now: Date) async throws(StoreFailure)
    /// queued or deferred → withdrawn. False when it was too late. With the last mail of an answer its ticket is as
    /// before the answer, unless somebody changed its status since.
    func withdrawEntry(_ entry: OutboxEntryID, now: Date) async throws(StoreFailure) -> Bool
    func mailbox(ofEntry entry: OutboxEntryID) async throws(StoreFailure) -> MailboxName?
}
