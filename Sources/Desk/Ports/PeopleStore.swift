package import Foundation
package import Mail
package import Vault

/// What people and those who look after their rights ask of the store.
package protocol PeopleStore: Sendable {
    func person(withAddress address: EmailAddress) async throws(StoreFailure) -> Person?
    func person(_ id: PersonID) async throws(StoreFailure) -> Person?
    /// What an unsubscribe token points at, for the page. Reads only (P13). Works after erasure with less to say.
    func unsubscribeSubject(_ claim: UnsubscribeClaim) async throws(StoreFailure) -> UnsubscribeSubjectView
    /// Records the wish and withholds what waits in the outbox under it. Idempotent. Called inside the send gate.
    func suppress(_ suppression: Suppression, by author: Principal) async throws(StoreFailure)
    /// Takes a wish back for one keyed hash, with the evidence of the act.
    func liftSuppression(
        hash: [UInt8], evidence: String, by author: Principal, now: Date
    ) async throws(StoreFailure)
    /// Marks a single-use token used. False when it was used before.
    func spendToken(_ token: [UInt8], now: Date) async throws(StoreFailure) -> Bool
}

package struct UnsubscribeSubjectView: Sendable, Equatable {
    package var mailbox: MailboxName?
    package var ticket: TicketNumber?
    /// The ticket still waits for a human answer.
    package var isAwaitingAnswer: Bool
    package var isSuppressed: Bool

    package init(mailbox: MailboxName?, ticket: TicketNumber?, isAwaitingAnswer: Bool, isSuppressed: Bool) {
        self.mailbox = mailbox
        self.ticket = ticket
        self.isAwaitingAnswer = isAwaitingAnswer
        self.isSuppressed = isSuppressed
    }
}
