import Foundation

/// Deletes what has been kept long enough: daily, a mailbox after the other, in bounded steps. The states are the table
/// in `Desk.docc/Retention.md`.
///
/// Nothing is deleted from a mailbox whose questions are open, nothing beyond the ordinary without an approval (P16),
/// and nothing at all while the clock has jumped and nobody has confirmed the time.
package struct RetentionWorker: Sendable {
    package enum Observation: Sendable, Equatable {
        case ran(MailboxName, RetentionCounts)
        /// So many tickets would be touched; somebody has to approve.
        case waits(MailboxName, tickets: Int)
        /// Whether the count that waits could be mailed.
        case told(MailboxName, isTaken: Bool)
        /// Copies that were expunged on the mail server, and those that are due and stay there.
        case copies(MailboxName, CopyCount)
        /// The mail server could not be asked; the next run tries again.
        case copiesBlocked(MailboxName)
        /// The clock went forward by so much more than passed.
        case paused(jump: Duration)
        case storeFailed(StoreFailure)
    }

    package let desk: Helpdesk
    /// Mails a count to staff; whether anybody's server took it. True when there is nobody to mail to.
    package let tell: @Sendable (MailboxProfile, RetentionRecord.Waiting) async -> Bool
    /// One folder of one mailbox, not opened yet; nil when the configuration no longer has it.
    package let folder: @Sendable (MailboxProfile, _ name: String) -> (any Mailbox)?
    package let observe: @Sendable (Observation) -> Void

    package init(
        desk: Helpdesk, tell: @escaping @Sendable (MailboxProfile, RetentionRecord.Waiting) async -> Bool,
        folder: @escaping @Sendable (MailboxProfile, _ name: String) -> (any Mailbox)? = { _, _ in nil },
        observe: @escaping @Sendable (Observation) -> Void = { _ in }
    ) {
        self.desk = desk
        self.tell = tell
        self.folder = folder
        self.observe = observe
    }

    /// What one run of the daemon remembers between two looks.
    package struct Memory: Sendable {
        var clock: RetentionClock?
        var writtenAt: Date?
        /// Mailboxes whose count could not be mailed, and when that is tried again.
        var rested: [MailboxName: Duration] = [:]

        package init() {}
    }

    /// Works until the task is cancelled. Throws only when the store says that the process must stop.
    package func work() async throws(StoreFailure) {
        var memory = Memory()
        while !Task.isCancelled {
            var rest = Limits.retentionRest
            do throws(StoreFailure) {
                try await look(&memory)
            } catch {
                observe(.storeFailed(error))
                guard error.isTransient else { throw error }
                rest = Limits.retentionRetry
            }
            // Being cancelled is how a rest ends early; the loop looks at that itself.
            do { try await desk.world.sleep(rest) } catch { return }
        }
    }

    /// One look at everything, and what follows from it.
    package func look(_ memory: inout Memory) async throws(StoreFailure) {
        guard try await isTimeTrusted(&memory) else { return }
        let now = desk.world.now()
        let swept = try await desk.store.retentionClock().sweptAt
        if swept.map({ now.timeIntervalSince($0) >= Limits.retentionEvery.seconds || $0 > now }) ?? true {
            _ = try await desk.store.sweep(now: now)
            try await forgetPeopleLeft(&memory)
        }
        for profile in desk.settings.value.mailboxes {
            guard let terms = profile.terms else { continue }
            try await look(at: profile, under: terms, &memory)
        }
    }

    private func look(
        at profile: MailboxProfile, under terms: RetentionTerms, _ memory: inout Memory
    ) async throws(StoreFailure) {
        let record = try await desk.store.retentionRecord(of: profile.name)
        switch record.step(under: terms, now: desk.world.now()) {
        case .rest: return
        case .tell(let waiting): try await mail(waiting, of: profile, &memory)
        case .run(let horizon): try await run(profile, under: terms, horizon: horizon, &memory)
        case .count: try await count(profile, under: terms, record, &memory)
        }
    }

    private func count(
        _ profile: MailboxProfile, under terms: RetentionTerms, _ record: RetentionRecord, _ memory: inout Memory
    ) async throws(StoreFailure) {
        let horizon = desk.world.now()
        let plan = try await desk.store.retentionPlan(of: profile.name, under: terms, horizon: horizon)
        guard !plan.due.isNothing else {
            return try await desk.store.endRetention(of: profile.name, removed: RetentionCounts(), now: horizon)
        }
        guard !record.wasApproved || plan.isLarge else {
            if record.waiting != nil { try await desk.store.keepWaiting(nil, of: profile.name) }
            return try await run(profile, under: terms, horizon: horizon, &memory)
        }
        let waiting = RetentionRecord.Waiting(terms: terms.text, horizon: horizon, plan: plan)
        try await desk.store.keepWaiting(waiting, of: profile.name)
        observe(.waits(profile.name, tickets: plan.due.tickets))
        try await mail(waiting, of: profile, &memory)
    }

    private func mail(
        _ waiting: RetentionRecord.Waiting, of profile: MailboxProfile, _ memory: inout Memory
    ) async throws(StoreFailure) {
        guard (memory.rested[profile.name] ?? .zero) <= desk.world.monotonic() else { return }
        let isTaken = await tell(profile, waiting)
        observe(.told(profile.name, isTaken: isTaken))
        guard isTaken else {
            memory.rested[profile.name] = desk.world.monotonic() + Limits.retentionRetry
            return
        }
        var told = waiting
        told.mailedAt = desk.world.now()
        // Somebody may have approved it while it was on its way.
        told.approvedAt = try await desk.store.retentionRecord(of: profile.name).waiting?.approvedAt
        try await desk.store.keepWaiting(told, of: profile.name)
    }

    private func run(
        _ profile: MailboxProfile, under terms: RetentionTerms, horizon: Date, _ memory: inout Memory
    ) async throws(StoreFailure) {
        let mailbox = profile.name
        var removed = RetentionCounts()
        var place: TicketNumber?
        repeat {
            guard try await isTimeTrusted(&memory) else { return }
            let progress = try await desk.store.expireTickets(
                of: mailbox, under: terms, horizon: horizon, after: place, now: desk.world.now())
            removed = removed + progress.removed
            place = progress.next
            await pause()
        } while place != nil && !Task.isCancelled
        repeat {
            guard try await isTimeTrusted(&memory) else { return }
            let progress = try await desk.store.expireFiles(
                of: mailbox, under: terms, horizon: horizon, after: place)
            removed = removed + progress.removed
            place = progress.next
            await pause()
        } while place != nil && !Task.isCancelled
        removed.copies = try await expunge(of: profile, under: terms, horizon: horizon, &memory)
        guard !Task.isCancelled else { return }
        try await desk.store.endRetention(of: mailbox, removed: removed, now: desk.world.now())
        observe(.ran(mailbox, removed))
    }

    /// Copies on the mail server. A server that does not answer holds nothing up: they are due tomorrow as well.
    private func expunge(
        of profile: MailboxProfile, under terms: RetentionTerms, horizon: Date, _ memory: inout Memory
    ) async throws(StoreFailure) -> Int {
        let expiry = CopyExpiry(
            mailbox: profile.name, store: desk.store, folder: { [folder] name in folder(profile, name) })
        var count = CopyCount()
        var place: ServerCopy?
        repeat {
            guard try await isTimeTrusted(&memory) else { break }
            let page = try await desk.store.dueCopies(
                of: profile.name, under: terms, horizon: horizon, after: place)
            do throws(CopyFailure) {
                count = count + (try await expiry.remove(page.copies))
            } catch .store(let failure) {
                throw failure
            } catch {
                observe(.copiesBlocked(profile.name))
                break
            }
            place = page.next
            if place != nil { await pause() }
        } while place != nil && !Task.isCancelled
        if count != CopyCount() { observe(.copies(profile.name, count)) }
        return count.removed
    }

    private func forgetPeopleLeft(_ memory: inout Memory) async throws(StoreFailure) {
        while try await isTimeTrusted(&memory), try await desk.store.forgetPeopleLeft(now: desk.world.now()) > 0 {
            await pause()
        }
    }

    private func pause() async {
        // Being cancelled ends the run at its next look; what it did is done.
        do { try await desk.world.sleep(Limits.retentionPause) } catch { return }
    }

    /// Compares the clocks and keeps the mark by which the next run of the daemon knows the time.
    private func isTimeTrusted(_ memory: inout Memory) async throws(StoreFailure) -> Bool {
        let (now, monotonic) = (desk.world.now(), desk.world.monotonic())
        let mark = try await desk.store.retentionClock()
        guard mark.pausedAt == nil else {
            // Looking anew after the confirmation begins from the time that was confirmed.
            memory.clock = nil
            return false
        }
        var clock = memory.clock ?? RetentionClock(last: mark.seenAt, now: now, monotonic: monotonic)
        let jump = clock.look(now: now, monotonic: monotonic)
        memory.clock = clock
        if let jump {
            try await desk.store.keep(RetentionClockMark(seenAt: mark.seenAt, pausedAt: now))
            observe(.paused(jump: jump))
            return false
        }
        if memory.writtenAt.map({ abs(now.timeIntervalSince($0)) >= Limits.retentionClockKept.seconds }) ?? true {
            try await desk.store.keep(RetentionClockMark(seenAt: now))
            memory.writtenAt = now
        }
        return true
    }
}
