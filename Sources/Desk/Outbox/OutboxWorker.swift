import Foundation

/// Sends what one mailbox has queued, over one connection, one recipient a transaction.
///
/// The states are the table in `Desk.docc/Outbox.md`. A claim belongs to this run of the daemon; what a dead run
/// left is recovered under the store's lock before any worker starts. Every retry is decided here and nowhere else.
package struct OutboxWorker: Sendable {
    package let mailbox: MailboxProfile
    package let run: DaemonRun
    package let store: any OutboxStore
    package let courier: any Courier
    package let gate: SendGate
    package let policy: RetryPolicy
    package let bell: OutboxBell
    package let world: World
    package let observe: @Sendable (Observation) -> Void

    /// What the worker tells logs and metrics: ids, codes and words of ours.
    package enum Observation: Sendable, Equatable {
        case settled(OutboxEntryID, Settlement)
        case loginRefused
        case storeFailed(StoreFailure)
    }

    package init(
        mailbox: MailboxProfile, run: DaemonRun, store: any OutboxStore, courier: any Courier, gate: SendGate,
        policy: RetryPolicy, bell: OutboxBell, world: World,
        observe: @escaping @Sendable (Observation) -> Void = { _ in }
    ) {
        self.mailbox = mailbox
        self.run = run
        self.store = store
        self.courier = courier
        self.gate = gate
        self.policy = policy
        self.bell = bell
        self.world = world
        self.observe = observe
    }

    /// Works until the bell says stop or the task is cancelled. Throws only when the store says the process must stop.
    package func work() async throws(StoreFailure) {
        while !isEnding {
            do throws(StoreFailure) {
                await rest(try await round())
            } catch {
                observe(.storeFailed(error))
                guard error.isTransient else {
                    await courier.close()
                    throw error
                }
                await pause(atMost: policy.pause)
            }
        }
        await courier.close()
    }

    /// Sends until nothing is due. Answers how long there will be nothing.
    package func sendWhatIsDue() async throws(StoreFailure) -> Duration {
        switch try await round() {
        case .untilRung(let duration), .whole(let duration): duration
        }
    }

    private enum Rest {
        case untilRung(Duration)
        /// The server does not let us in: a ring would only make us knock again.
        case whole(Duration)
    }

    private func round() async throws(StoreFailure) -> Rest {
        while !isEnding {
            let entries = try await store.claimDue(
                mailbox: mailbox.name, run: run, now: world.now(), limit: Limits.outboxClaims)
            if entries.isEmpty { break }
            Fault.point(.o1)
            guard try await send(entries) else { return .whole(policy.pause) }
        }
        let longest = Limits.outboxLongestRest
        guard let due = try await store.nextDue(mailbox: mailbox.name) else { return .untilRung(longest) }
        return .untilRung(.seconds(min(max(0.001, due.timeIntervalSince(world.now())), longest.seconds)))
    }

    private var isEnding: Bool { bell.isStopped || Task.isCancelled }

    /// False when the server did not let us in.
    private func send(_ entries: [ClaimedEntry]) async throws(StoreFailure) -> Bool {
        for (index, entry) in entries.enumerated() {
            // Stopping gracefully: what was not begun goes back untouched.
            guard !isEnding else {
                let untouched = entries[index...].map(\.id)
                try await persistently { () async throws(StoreFailure) in
                    try await store.release(untouched, run: run)
                }
                return true
            }
            guard let outcome = try await send(entry), case .unavailable = outcome else { continue }
            // What holds for this mail holds for all behind it. Asking twenty times would lock the account.
            for other in entries[(index + 1)...] { try await settle(other, by: outcome) }
            return false
        }
        return true
    }

    private func send(_ entry: ClaimedEntry) async throws(StoreFailure) -> DeliveryOutcome? {
        guard let outbound = entry.outbound else {
            try await settle(entry, as: .failed(reason: "its bytes cannot be read any more", reply: nil))
            return nil
        }
        let checkpoint = EntryCheckpoint(entry: entry.id, run: run, store: store, gate: gate, now: world.now)
        var outcome = await courier.send(outbound, checkpoint: checkpoint)
        if case .refused(_, at: .sender) = outcome, outbound.sender == .null,
            let addressed = outbound.sent(by: .address(mailbox.address))
        {
            // Some servers take no null sender from a submitter; the mail itself is not at fault.
            outcome = await courier.send(addressed, checkpoint: checkpoint)
        }
        if case .unavailable(.loginRefused) = outcome { observe(.loginRefused) }
        if let failure = checkpoint.failure, !outcome.isServersWord {
            try await settle(entry, after: failure)
            return nil
        }
        if case .withheld = outcome, let reason = checkpoint.withheldReason {
            try await settle(entry, as: .suppressed(reason: reason))
        } else {
            try await settle(entry, by: outcome)
        }
        return outcome
    }

    /// The store kept this mail from beginning or from ending; the server has no part in it.
    private func settle(_ entry: ClaimedEntry, after failure: StoreFailure) async throws(StoreFailure) {
        switch failure {
        case .ioFailed, .damaged:
            throw failure
        case .notWritable, .busy:
            try await settle(entry, as: .released(until: world.now().addingTimeInterval(policy.pause.seconds)))
        case .keyDestroyed, .notFound:
            try await settle(entry, as: .suppressed(reason: "the person was erased"))
        case .keyHeld:
            try await settle(entry, as: .suppressed(reason: "the person's data is restricted"))
        }
    }

    private func settle(_ entry: ClaimedEntry, by outcome: DeliveryOutcome) async throws(StoreFailure) {
        try await settle(
            entry,
            as: policy.settlement(
                of: outcome, entry: entry, attempts: entry.attempts, now: world.now(),
                fraction: world.randomFraction()))
    }

    private func settle(_ entry: ClaimedEntry, as settlement: Settlement) async throws(StoreFailure) {
        try await persistently { () async throws(StoreFailure) in
            try await store.settle(entry.id, as: settlement, run: run, now: world.now())
        }
        Fault.point(.o7)
        observe(.settled(entry.id, settlement))
    }

    /// What became of a claimed mail is known here and nowhere else, and a live run's claims do not expire: a store
    /// that cannot write for a while (P9) is asked again until it can.
    private func persistently(_ verb: () async throws(StoreFailure) -> Void) async throws(StoreFailure) {
        while true {
            do throws(StoreFailure) {
                return try await verb()
            } catch {
                guard error.isTransient, !isEnding else { throw error }
                observe(.storeFailed(error))
                await pause(atMost: policy.pause)
            }
        }
    }

    private func rest(_ rest: Rest) async {
        switch rest {
        case .untilRung(let duration):
            await pause(atMost: duration)
        case .whole(let duration):
            let end = world.monotonic() + duration
            while !isEnding, world.monotonic() < end { await pause(atMost: end - world.monotonic()) }
        }
    }

    private func pause(atMost duration: Duration) async {
        guard duration > .zero, !isEnding else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bell.wait() }
            group.addTask {
                // Being cancelled is the way this sleep ends when the bell was first.
                do { try await world.sleep(duration) } catch { return }
            }
            await group.next()
            group.cancelAll()
        }
    }
}

extension DeliveryOutcome {
    /// The server said, or may have said, what becomes of the mail.
    fileprivate var isServersWord: Bool {
        switch self {
        case .accepted, .refused, .unknown: true
        case .deferred, .withheld, .unavailable: false
        }
    }
}
