package import Foundation

/// The tokens that mailboxes sign in with, sealed, one a mailbox.
package protocol MailTokenStore: Sendable {
    func mailToken(of mailbox: MailboxName) async throws(StoreFailure) -> HeldToken?
    /// In the place of what was there. `act` goes into the audit log beside it.
    func keep(
        _ token: HeldToken, of mailbox: MailboxName, noting act: SignInAct?, by author: Principal, now: Date
    ) async throws(StoreFailure)
    /// False when there was none.
    func forgetMailToken(of mailbox: MailboxName, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
}
