import Desk
import Foundation

/// Deleting what was kept long enough.
extension StoreContract {
    static let retention = [
        StoreContract("a run waits until it is approved, once, and is over when it is ended") { subject in
            let (store, mailbox) = (subject.store, subject.profile.name)
            try subject.require(
                try await store.retentionRecord(of: mailbox) == RetentionRecord(mailbox: mailbox), "nothing waits")
            try subject.require(
                try await !store.approveRetention(of: mailbox, by: .operatorOnHost, now: subject.now), "nothing waits")
            let waiting = RetentionRecord.Waiting(
                terms: "t", horizon: subject.now,
                plan: RetentionPlan(
                    due: RetentionCounts(
                        tickets: 1, messages: 2, ticketFiles: 3, strippedTickets: 4, files: 5, copies: 8),
                    held: 6, total: 7))
            try await store.keepWaiting(waiting, of: mailbox)
            try subject.require(try await store.retentionRecord(of: mailbox).waiting == waiting, "kept as it was")
            try subject.require(
                try await store.approveRetention(of: mailbox, by: .operatorOnHost, now: subject.now), "it waits")
            try subject.require(
                try await !store.approveRetention(of: mailbox, by: .operatorOnHost, now: subject.now), "once")
            let removed = RetentionCounts(tickets: 1, people: 1)
            for times in 1...2 {
                try await store.endRetention(of: mailbox, removed: removed, now: subject.now)
                let record = try await store.retentionRecord(of: mailbox)
                try subject.require(record.waiting == nil && record.ranAt == subject.now, "it is over")
                try subject.require(record.wasApproved && record.removed.tickets == times, "and counted")
            }
            try await store.hurryRetention(of: mailbox)
            try subject.require(try await store.retentionRecord(of: mailbox).ranAt == nil, "due at once")
        },
        StoreContract("a ticket that is not closed, or not for long enough, is not expired") { subject in
            let number = try await subject.open()
            try await subject.sendAll()
            subject.clock.advance(by: .seconds(2 * 86_400))
            try subject.require(try await subject.expired() == 0, "it is open")
            _ = try await subject.store.change(
                number, to: TicketChanges(status: .closed), ifVersion: nil, by: .operatorOnHost, now: subject.now)
            try subject.require(try await subject.expired() == 0, "it was closed just now")
            subject.clock.advance(by: .seconds(86_400))
            try subject.require(try await subject.expired() == 1, "its time is over")
            let view = try await subject.store.ticket(number, reader: .operatorOnHost, now: subject.now)
            try subject.require(view == nil, "it is gone")
            try subject.require(try await subject.expired() == 0, "once")
        },
        StoreContract("a time that is not believed stays so until it is confirmed") { subject in
            let store = subject.store
            try await store.keep(RetentionClockMark(seenAt: subject.now))
            try subject.require(try await !store.confirmClock(by: .operatorOnHost, now: subject.now), "it is believed")
            try await store.keep(RetentionClockMark(seenAt: nil, pausedAt: subject.now))
            try subject.require(
                try await store.retentionClock() == RetentionClockMark(seenAt: subject.now, pausedAt: subject.now),
                "it is not")
            subject.clock.advance(by: .seconds(5))
            try subject.require(try await store.confirmClock(by: .operatorOnHost, now: subject.now), "it is")
            try subject.require(
                try await store.retentionClock() == RetentionClockMark(seenAt: subject.now), "from now on")
        },
    ]
}

extension StoreSubject {
    /// One step under a day's retention: how many tickets went.
    fileprivate func expired() async throws -> Int {
        let terms = RetentionTerms(
            closedTickets: .seconds(86_400), attachments: .seconds(86_400), importedCopies: .zero)
        let progress = try await store.expireTickets(
            of: profile.name, under: terms, horizon: now, after: nil, now: now)
        return progress.removed.tickets
    }
}
