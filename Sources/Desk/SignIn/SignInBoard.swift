import Synchronization

/// Who keeps which mailbox's token, and how each stands. In memory; holds no token and nothing personal.
package final class SignInBoard: Sendable {
    private struct State {
        var keepers: [MailboxName: TokenKeeper] = [:]
        var statuses: [MailboxName: SignInStatus] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    package func keeper(of mailbox: MailboxName) -> TokenKeeper? { state.withLock { $0.keepers[mailbox] } }

    /// Those that run from now on. What is known of a mailbox that goes on being signed in so stays known.
    package func replace(by keepers: [MailboxName: TokenKeeper]) {
        state.withLock { state in
            state.keepers = keepers
            state.statuses = keepers.mapValues { keeper in
                state.statuses[keeper.mailbox] ?? SignInStatus(flow: keeper.plan.flow)
            }
        }
    }

    /// nil for a mailbox that signs in with a password.
    package func status(of mailbox: MailboxName) -> SignInStatus? { state.withLock { $0.statuses[mailbox] } }

    package var statuses: [MailboxName: SignInStatus] { state.withLock { $0.statuses } }

    package func report(_ status: SignInStatus, of mailbox: MailboxName) {
        state.withLock { state in
            if state.keepers[mailbox] != nil { state.statuses[mailbox] = status }
        }
    }
}
