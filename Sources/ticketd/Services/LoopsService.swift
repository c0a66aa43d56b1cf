import Desk
import Foundation
import ServiceLifecycle
import Synchronization

/// Runs the loops of one configuration after the other: a watcher and a worker for each mailbox, and the backups.
///
/// A reload ends one generation and starts the next. Ending is gentle: workers finish the mail in their hands, watchers
/// are cancelled, which their state table survives by design. A loop that says the process must stop ends the service.
struct LoopsService: Service {
    let generations: Generations

    func run() async throws {
        await withGracefulShutdownHandler {
            await generations.begin()
        } onGracefulShutdown: {
            generations.stop()
        }
        if let failure = generations.failure { throw failure }
    }
}

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
        while true {
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

/// One thing that goes on until it is told to end.
struct Loop: Sendable {
    enum Ending: Sendable {
        /// It is cancelled in the middle of whatever it does.
        case cancel
        /// It is told, and ends by itself.
        case tell(@Sendable () -> Void)
    }

    let ending: Ending
    let body: @Sendable () async throws(StoreFailure) -> Void

    func run(until signal: StopSignal) async throws(StoreFailure) {
        let body = body
        let ending = ending
        let failure = await withTaskGroup(of: StoreFailure??.self) { group in
            group.addTask {
                do throws(StoreFailure) {
                    try await body()
                    return .some(nil)
                } catch {
                    return .some(error)
                }
            }
            group.addTask {
                await signal.wait()
                return nil
            }
            var failure: StoreFailure?
            while let ended = await group.next() {
                if let result = ended {
                    failure = result
                    group.cancelAll()
                    continue
                }
                // The signal. Cancelling reaches the body; telling lets it end in its own time.
                switch ending {
                case .cancel: group.cancelAll()
                case .tell(let tell): tell()
                }
            }
            return failure
        }
        if let failure { throw failure }
    }
}
