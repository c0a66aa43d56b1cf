package import Foundation

/// What correcting, and telling recipients, ask of the store.
package protocol RectificationStore: Sendable {
    func rectify(
        _ person: PersonID, by rectification: Rectification, author: Principal, now: Date
    ) async throws(StoreFailure) -> RectificationOutcome
    /// Puts what the person says beside a message of theirs, or one to them.
    func state(
        _ text: String, about message: TicketMessageID, of ticket: TicketNumber, for person: PersonID,
        by author: Principal, now: Date
    ) async throws(StoreFailure) -> StatementOutcome
    /// Writes to everybody who was sent something of the person, once each; or keeps the reason why not.
    func tellRecipients(
        of person: PersonID, _ act: RecipientNotice.Act, correction: String?, unless reason: String?,
        by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> [RecipientNotice]
    /// Oldest first.
    func recipientNotices(of person: PersonID) async throws(StoreFailure) -> [RecipientNotice]
}

package enum RectificationOutcome: Sendable, Equatable {
    case rectified
    case nobody
    case standIn
    /// Another person on file has this address.
    case addressTaken
}

package enum StatementOutcome: Sendable, Equatable {
    case stated(TicketMessage)
    case notFound
    /// It is somebody else's message.
    case notTheirs
}
