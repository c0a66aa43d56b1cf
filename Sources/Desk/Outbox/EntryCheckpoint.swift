import Foundation
import Synchronization

/// The desk's word at the two moments of one SMTP transaction.
final class EntryCheckpoint: SendCheckpoint {
    private struct Answer {
        var withheldReason: String?
        var failure: StoreFailure?
    }

    private let entry: OutboxEntryID
    private let run: DaemonRun
    private let store: any OutboxStore
    private let gate: SendGate
    private let now: @Sendable () -> Date
    private let answer = Mutex(Answer())

    init(
        entry: OutboxEntryID, run: DaemonRun, store: any OutboxStore, gate: SendGate,
        now: @escaping @Sendable () -> Date
    ) {
        self.entry = entry
        self.run = run
        self.store = store
        self.gate = gate
        self.now = now
    }

    var withheldReason: String? { answer.withLock { $0.withheldReason } }
    var failure: StoreFailure? { answer.withLock { $0.failure } }

    func mayBegin() async -> Bool {
        let (entry, run, store) = (entry, run, store)
        do throws(StoreFailure) {
            let permission = try await gate.pass { () async throws(StoreFailure) -> SendPermission in
                try await store.mayBegin(entry, run: run)
            }
            guard case .withheld(let reason) = permission else { return true }
            answer.withLock { $0.withheldReason = reason }
        } catch {
            answer.withLock { $0.failure = error }
        }
        return false
    }

    func handing() async throws(StoreFailure) {
        do throws(StoreFailure) {
            try await store.markHanding(entry, run: run, now: now())
        } catch {
            // The courier can only say that the mail did not leave; why, it cannot.
            answer.withLock { $0.failure = error }
            throw error
        }
    }
}
