package import Desk
package import Foundation

/// The tokens of mailboxes.
extension FakeDeskStore {
    package func mailToken(of mailbox: MailboxName) async throws(StoreFailure) -> HeldToken? {
        try read { $0.mailTokens[mailbox] }
    }

    package func keep(
        _ token: HeldToken, of mailbox: MailboxName, noting act: SignInAct?, by author: Principal, now: Date
    ) async throws(StoreFailure) {
        try write { state in
            state.mailTokens[mailbox] = token
            if let act { state.note(.mailboxSignIn(act, token.id), by: author, at: now) }
        }
    }

    package func forgetMailToken(
        of mailbox: MailboxName, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let token = state.mailTokens.removeValue(forKey: mailbox) else { return false }
            state.note(.mailboxSignIn(.signedOut, token.id), by: author, at: now)
            return true
        }
    }
}
