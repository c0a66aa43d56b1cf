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
            let wait: Duration
            do throws(StoreFailure) {
                wait = try await sendWhatIsDue()
            } catch {
                observe(.storeFailed(error))
                guard error.isTransient else { throw error }
                wait = policy.pause
            }
            await pause(atMost: wait)
        }
        await courier.close()
    }

    /// Sends until nothing is due. Answers how long there will be nothing.
    package func sendWhatIsDue() async throws(StoreFailure) -> Duration {
        while !isEnding {
            let entries = try await store.claimDue(
                mailbox: mailbox.name, run: run, now: world.now(), limit: Limits.outboxClaims)
            if entries.isEmpty { break }
            Fault.point(.o1)
            for (index, entry) in entries.enumerated() {
                // Stopping gracefully: what was not begun goes back untouched.
                guard !isEnding else {
                    try await store.release(entries[index...].map(\.id), run: run)
                    return .zero
                }
                try await send(entry)
            }
        }
        guard let due = try await store.nextDue(mailbox: mailbox.name) else { return .seconds(3600) }
        return .seconds(max(0.001, due.timeIntervalSince(world.now())))
    }

    private var isEnding: Bool { bell.isStopped || Task.isCancelled }

    private func send(_ entry: ClaimedEntry) async throws(StoreFailure) {
        guard let outbound = entry.outbound else {
            return try await settle(entry, as: .failed(reason: "its bytes cannot be read any more", reply: nil))
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
        if case .withheld = outcome, let failure = checkpoint.failure { throw failure }
        if case .withheld = outcome, let reason = checkpoint.withheldReason {
            return try await settle(entry, as: .suppressed(reason: reason))
        }
        try await settle(
            entry,
            as: policy.settlement(
                of: outcome, entry: entry, attempts: entry.attempts, now: world.now(),
                fraction: world.randomFraction()))
    }

    private func settle(_ entry: ClaimedEntry, as settlement: Settlement) async throws(StoreFailure) {
        try await store.settle(entry.id, as: settlement, run: run, now: world.now())
        Fault.point(.o7)
        observe(.settled(entry.id, settlement))
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
