package import Foundation

/// What retention asks of the store. Each verb is one bounded step, durable when it returns; a step that a crash cut
/// off is found again by the next run.
package protocol RetentionStore: Sendable {
    /// Counts what had expired by the horizon. Changes nothing.
    func retentionPlan(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date
    ) async throws(StoreFailure) -> RetentionPlan
    func retentionRecord(of mailbox: MailboxName) async throws(StoreFailure) -> RetentionRecord
    /// A run waits from now on, or was mailed; nil: none does any more.
    func keepWaiting(
        _ waiting: RetentionRecord.Waiting?, of mailbox: MailboxName
    ) async throws(StoreFailure)
    /// Approves the run that waits, for the audit log too. False when none does.
    func approveRetention(
        of mailbox: MailboxName, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool
    /// The mailbox is looked at now and not when its day is over. An approval is still needed where it was.
    func hurryRetention(of mailbox: MailboxName) async throws(StoreFailure)
    /// Removes some of the tickets that had expired by the horizon, in the order of their numbers: ledger and keys of
    /// people of whom nothing else is left, then rows.
    func expireTickets(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date, after number: TicketNumber?, now: Date
    ) async throws(StoreFailure) -> RetentionProgress
    /// Removes the files of some of the tickets that stay.
    func expireFiles(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date, after number: TicketNumber?
    ) async throws(StoreFailure) -> RetentionProgress
    /// Some of the copies on the mail server whose time was over at the horizon, in the order of their places. None of
    /// a mail that cannot be read back here, or that no verified backup of the keys covers (P16).
    func dueCopies(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date, after copy: ServerCopy?
    ) async throws(StoreFailure) -> CopyPage
    /// Of these mails as a server holds them, those whose content is what was recorded when one came in.
    func recordedMails(_ mails: [FetchedMessage]) async throws(StoreFailure) -> Set<UInt32>
    /// They are not on the server any more.
    func forgetCopies(_ copies: [ServerCopy], of mailbox: MailboxName) async throws(StoreFailure)
    /// Forgets some of the people of whom nothing is left but who they are. Answers how many there were.
    func forgetPeopleLeft(now: Date) async throws(StoreFailure) -> Int
    /// A run is over: it is counted, and what waited for it is done.
    func endRetention(
        of mailbox: MailboxName, removed: RetentionCounts, now: Date
    ) async throws(StoreFailure)
    /// Deletes rows whose own period is over, of every other table; bounded. Answers how many.
    func sweep(now: Date) async throws(StoreFailure) -> Int
    /// The last time retention saw, and since when it pauses because the clock jumped beyond it.
    func retentionClock() async throws(StoreFailure) -> RetentionClockMark
    func keep(_ mark: RetentionClockMark) async throws(StoreFailure)
    /// A human confirmed the time. False when nothing was paused.
    func confirmClock(by author: Principal, now: Date) async throws(StoreFailure) -> Bool
}

/// What one step did, and where the next begins; nil when there is nothing left.
package struct RetentionProgress: Sendable, Equatable {
    package var removed: RetentionCounts
    package var next: TicketNumber?

    package init(removed: RetentionCounts = RetentionCounts(), next: TicketNumber? = nil) {
        self.removed = removed
        self.next = next
    }
}

/// Some copies that are due, and where the next begin; nil when there is nothing left.
package struct CopyPage: Sendable, Equatable {
    package var copies: [ServerCopy] = []
    package var next: ServerCopy?

    package init(copies: [ServerCopy] = [], next: ServerCopy? = nil) {
        self.copies = copies
        self.next = next
    }
}

package struct RetentionClockMark: Sendable, Equatable {
    package var seenAt: Date?
    package var pausedAt: Date?
    /// When the tables that have periods of their own were swept last.
    package var sweptAt: Date?

    package init(seenAt: Date? = nil, pausedAt: Date? = nil, sweptAt: Date? = nil) {
        self.seenAt = seenAt
        self.pausedAt = pausedAt
        self.sweptAt = sweptAt
    }
}
