import Desk
import Synchronization

/// The generation that runs, and the switch to the next.
final class Generations: Sendable {
    private struct State {
        var next: [Loop] = []
        var signal = StopSignal()
        var isStopping = false
        var failure: StoreFailure?
    }

    private let state: Mutex<State>

    init(_ loops: [Loop]) {
        state = Mutex(State(next: loops))
    }

    var failure: StoreFailure? { state.withLock { $0.failure } }

    func stop() {
        let signal = state.withLock { state -> StopSignal in
            state.isStopping = true
            return state.signal
        }
        signal.raise()
    }

    /// Ends the running generation and lets the next begin.
    func replace(by loops: [Loop]) {
        let signal = state.withLock { state -> StopSignal in
            state.next = loops
            return state.signal
        }
        signal.raise()
    }

    func begin() async {
        while !Task.isCancelled {
            let signal = StopSignal()
            let loops = state.withLock { state -> [Loop]? in
                guard !state.isStopping, state.failure == nil else { return nil }
                state.signal = signal
                return state.next
            }
            guard let loops else { return }
            await run(loops, until: signal)
        }
    }

    private func run(_ loops: [Loop], until signal: StopSignal) async {
        await withTaskGroup(of: Void.self) { group in
            for loop in loops {
                group.addTask {
                    do throws(StoreFailure) {
                        try await loop.run(until: signal)
                    } catch {
                        self.state.withLock { $0.failure = $0.failure ?? error }
                        signal.raise()
                    }
                }
            }
            group.addTask { await signal.wait() }
        }
    }
}
