package import Desk
package import Foundation
internal import Vault

/// How retention stands: what waits, what was approved, what time it has seen.
extension Store {
    package func retentionRecord(of mailbox: MailboxName) async throws(StoreFailure) -> RetentionRecord {
        try await engine.read { session throws(StoreFailure) in
            try session.first("\(RetentionRow.select) WHERE mailbox = ?", [.text(mailbox.value)]) {
                row throws(StoreFailure) in RetentionRow.record(row, of: mailbox)
            } ?? RetentionRecord(mailbox: mailbox)
        }
    }

    package func keepWaiting(
        _ waiting: RetentionRecord.Waiting?, of mailbox: MailboxName
    ) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            try RetentionRow.make(mailbox, session)
            try RetentionRow.set(waiting, of: mailbox, session)
        }
    }

    package func approveRetention(
        of mailbox: MailboxName, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let keys = keys
        return try await engine.write { session throws(StoreFailure) in
            let approved = try session.run(
                """
                UPDATE retention SET approved_at = ?, was_approved = 1
                WHERE mailbox = ? AND terms IS NOT NULL AND approved_at IS NULL
                """, [.integer(Moment.milliseconds(now)), .text(mailbox.value)])
            guard approved > 0 else { return false }
            let tickets =
                try session.first("SELECT due_tickets FROM retention WHERE mailbox = ?", [.text(mailbox.value)]) {
                    row throws(StoreFailure) in row.integer(0)
                } ?? 0
            try AuditLog(session, keys: keys).append(
                .retentionApproved(mailbox, tickets: tickets), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func hurryRetention(of mailbox: MailboxName) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            try session.run("UPDATE retention SET ran_at = NULL WHERE mailbox = ?", [.text(mailbox.value)])
        }
    }

    package func endRetention(
        of mailbox: MailboxName, removed: RetentionCounts, now: Date
    ) async throws(StoreFailure) {
        let keys = keys
        try await engine.write { session throws(StoreFailure) in
            try RetentionRow.make(mailbox, session)
            try RetentionRow.set(nil, of: mailbox, session)
            try RetentionRow.add(removed, of: mailbox, ranAt: Moment.milliseconds(now), session)
            guard removed != RetentionCounts() else { return }
            try AuditLog(session, keys: keys).append(
                .retentionRan(mailbox, tickets: Int64(removed.tickets), people: Int64(removed.people)),
                by: Principal.daemon.auditName, at: Moment.milliseconds(now))
        }
        Fault.point(.t5)
        // What was freed is zeroes in the pages; the log still holds the pages as they were.
        if removed != RetentionCounts() { try await truncateLog() }
    }

    package func retentionClock() async throws(StoreFailure) -> RetentionClockMark {
        try await engine.read { session throws(StoreFailure) in
            RetentionClockMark(
                seenAt: try DeskMarks.counter(RetentionMarks.seen, session).map(Moment.date),
                pausedAt: try DeskMarks.counter(RetentionMarks.paused, session).map(Moment.date),
                sweptAt: try DeskMarks.counter(RetentionMarks.swept, session).map(Moment.date))
        }
    }

    package func keep(_ mark: RetentionClockMark) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            if let seen = mark.seenAt {
                try DeskMarks.set(RetentionMarks.seen, to: Moment.milliseconds(seen), session)
            }
            if let paused = mark.pausedAt {
                try DeskMarks.set(RetentionMarks.paused, to: Moment.milliseconds(paused), session)
            }
        }
    }

    package func confirmClock(by author: Principal, now: Date) async throws(StoreFailure) -> Bool {
        let keys = keys
        return try await engine.write { session throws(StoreFailure) in
            let confirmed = try session.run("DELETE FROM counter WHERE name = ?", [.text(RetentionMarks.paused)])
            guard confirmed > 0 else { return false }
            try DeskMarks.set(RetentionMarks.seen, to: Moment.milliseconds(now), session)
            try AuditLog(session, keys: keys).append(
                .retentionClockConfirmed, by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }
}

/// The names under which retention notes times among the counters.
enum RetentionMarks {
    static let seen = "retention-seen"
    static let paused = "retention-paused"
    static let swept = "retention-swept"
}
