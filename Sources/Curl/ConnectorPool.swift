internal import Dispatch
internal import Foundation
internal import Synchronization

/// A few threads on which libcurl may block: DNS, connecting, TLS, login, short HTTP calls.
///
/// Threads are made when needed and stay. The queue is bounded; a full one refuses. No work runs on the cooperative
/// pool.
final class ConnectorPool: Sendable {
    static let shared = ConnectorPool(threads: Limits.connectors, queue: Limits.connectorsQueue)

    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var next = 0
        var threads = 0
        var idle = 0
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let threadLimit: Int
    private let queueLimit: Int

    init(threads: Int, queue: Int) {
        threadLimit = threads
        queueLimit = queue
    }

    /// Runs `work` on a thread of the pool. `cancel` is called from another thread when the task is cancelled
    /// meanwhile; it should make `work` end soon. Nil when the queue is full.
    nonisolated(nonsending) func run<Result: Sendable>(
        _ work: @escaping @Sendable () -> Result, onCancel cancel: @escaping @Sendable () -> Void
    ) async -> Result? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let accepted = enqueue { continuation.resume(returning: work()) }
                if !accepted { continuation.resume(returning: nil) }
            }
        } onCancel: {
            cancel()
        }
    }

    private func enqueue(_ job: @escaping @Sendable () -> Void) -> Bool {
        let (accepted, needsThread) = state.withLock { state in
            guard state.waiting.count - state.next < queueLimit else { return (false, false) }
            state.waiting.append(job)
            let needsThread = state.idle < state.waiting.count - state.next && state.threads < threadLimit
            if needsThread { state.threads += 1 }
            return (true, needsThread)
        }
        guard accepted else { return false }
        if needsThread { Thread.detachNewThread { [self] in serve() } }
        wake.signal()
        return true
    }

    private func serve() {
        Thread.current.name = "connector"
        while true {
            state.withLock { $0.idle += 1 }
            wake.wait()
            let job: (@Sendable () -> Void)? = state.withLock { state in
                state.idle -= 1
                guard state.next < state.waiting.count else { return nil }
                let job = state.waiting[state.next]
                state.waiting[state.next] = {}
                state.next += 1
                if state.next == state.waiting.count || state.next > 256 {
                    state.waiting.removeFirst(state.next)
                    state.next = 0
                }
                return job
            }
            job?()
        }
    }
}
