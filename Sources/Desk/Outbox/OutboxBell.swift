import Synchronization

/// Wakes the worker of a mailbox when there may be something to send before its next due time.
///
/// A ring while nobody waits is kept: one, because one look at the queue sees everything. The last ring is `stop`:
/// the worker finishes the mail in its hands, puts the others back, and ends.
package final class OutboxBell: Sendable {
    private struct State {
        var isRung = false
        var isStopped = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    package func ring() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let waiter = state.waiter else {
                state.isRung = true
                return nil
            }
            state.waiter = nil
            return waiter
        }
        waiter?.resume()
    }

    package func stop() {
        state.withLock { $0.isStopped = true }
        ring()
    }

    package var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Returns at the next ring, at once when it rang since the last wait, or when the task is cancelled.
    /// Only one task may wait at a time.
    package func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let resumeNow = state.withLock { state -> Bool in
                    if state.isRung || state.isStopped || Task.isCancelled {
                        state.isRung = false
                        return true
                    }
                    state.waiter = continuation
                    return false
                }
                if resumeNow { continuation.resume() }
            }
        } onCancel: {
            ring()
        }
    }
}
