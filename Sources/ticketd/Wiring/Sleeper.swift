internal import Dispatch
internal import Synchronization

/// Sleeps that leave nothing behind when they are cancelled, all on one timer.
///
/// `Task.sleep` ends at once when it is cancelled, but its task and its timer, some 850 bytes, stay until the time is
/// over. Workers here rest for an hour or until a bell rings: at ten mails a second that was 24,000 rests nobody waited
/// for, and memory that rose for as long as the longest rest.
final class Sleeper: Sendable {
    static let shared = Sleeper()

    private struct Rest {
        let end: ContinuousClock.Instant
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        let timer: any DispatchSourceTimer
        var rests: [UInt64: Rest] = [:]
        var lastID: UInt64 = 0
        /// When the timer fires next.
        var armedFor: ContinuousClock.Instant?
    }

    private let state: Mutex<State>

    init() {
        state = Mutex(State(timer: DispatchSource.makeTimerSource(queue: DispatchQueue(label: "ticketd.sleeper"))))
        state.withLock { state in
            state.timer.setEventHandler { [weak self] in self?.wake() }
            state.timer.activate()
        }
    }

    deinit {
        state.withLock { $0.timer.cancel() }
    }

    /// How many sleep now.
    var count: Int { state.withLock { $0.rests.count } }

    /// Returns after the duration, never before; throws `CancellationError` at once when the task is cancelled.
    func sleep(_ duration: Duration) async throws {
        try Task.checkCancellation()
        guard duration > .zero else { return }
        let end = ContinuousClock.now + duration
        let id = state.withLock { state in
            state.lastID &+= 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(Rest(end: end, continuation: continuation), id: id)
                // What was cancelled before it was added had nothing to end.
                if Task.isCancelled { cancel(id) }
            }
        } onCancel: {
            cancel(id)
        }
    }

    private func add(_ rest: Rest, id: UInt64) {
        state.withLock { state in
            state.rests[id] = rest
            if state.armedFor.map({ rest.end < $0 }) ?? true { arm(for: rest.end, &state) }
        }
    }

    private func cancel(_ id: UInt64) {
        // The timer may fire for nobody once; that is cheaper than looking for the next at each cancelling.
        let rest = state.withLock { $0.rests.removeValue(forKey: id) }
        rest?.continuation.resume(throwing: CancellationError())
    }

    private func wake() {
        let now = ContinuousClock.now
        let over = state.withLock { state in
            let over = state.rests.filter { $0.value.end <= now }
            for id in over.keys { state.rests[id] = nil }
            state.armedFor = nil
            if let next = state.rests.values.lazy.map(\.end).min() { arm(for: next, &state) }
            return over.values.sorted { $0.end < $1.end }
        }
        for rest in over { rest.continuation.resume() }
    }

    private func arm(for end: ContinuousClock.Instant, _ state: inout State) {
        state.armedFor = end
        let wait = max(.zero, end - .now).components
        // A timer is armed for a day at most: what is later is found to be early then, and waited for again.
        let seconds = min(wait.seconds, 86_400)
        // One more than what is cut off, so that nobody wakes before the time.
        let nanoseconds = seconds * 1_000_000_000 + wait.attoseconds / 1_000_000_000 + 1
        state.timer.schedule(deadline: .now() + .nanoseconds(Int(nanoseconds)), leeway: .milliseconds(1))
    }
}
