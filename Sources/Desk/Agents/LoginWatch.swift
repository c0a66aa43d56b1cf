import Synchronization

/// Counts attempts to log in of everybody together, known or not, so that guessing names costs no more than guessing
/// passwords. What it forgets with the process, the agents' own counts still know.
package final class LoginWatch: Sendable {
    private struct State {
        var began: Duration = .zero
        var attempts = 0
    }

    package enum Verdict: Sendable, Equatable {
        case allowed
        /// The first one too many of this minute: worth an entry in the audit log.
        case refusedFirst
        case refused
    }

    private let state = Mutex(State())

    package init() {}

    /// Counts an attempt; `now` never jumps.
    package func admit(at now: Duration) -> Verdict {
        state.withLock { state in
            if now - state.began >= Limits.loginWindow { state = State(began: now) }
            state.attempts = min(state.attempts + 1, Limits.loginAttemptsTogether + 2)
            if state.attempts <= Limits.loginAttemptsTogether { return .allowed }
            return state.attempts == Limits.loginAttemptsTogether + 1 ? .refusedFirst : .refused
        }
    }

    /// An attempt that succeeded was none to be counted.
    package func forgive() {
        state.withLock { $0.attempts = max(0, $0.attempts - 1) }
    }
}
