package import Foundation

/// What agents ask of the store.
package protocol TicketStore: Sendable {
    func tickets(_ filter: TicketFilter) async throws(StoreFailure) -> TicketPage
    /// One ticket with all its messages; the read is recorded with its reader. nil when there is none.
    func ticket(
        _ number: TicketNumber, reader: Principal, now: Date
    ) async throws(StoreFailure) -> TicketView?
    func mailbox(ofTicket number: TicketNumber) async throws(StoreFailure) -> MailboxName?
    func attachment(
        _ id: AttachmentID, of number: TicketNumber, reader: Principal, now: Date
    ) async throws(StoreFailure) -> (AttachmentSummary, [UInt8])?
    /// The reply and its outbox entries in one transaction, guarded by the ticket's version.
    func answer(
        _ number: TicketNumber, with draft: ReplyDraft, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> AnswerOutcome
    /// Withdraws what can be of this author's newest answer to a ticket that still waits. nil when none waits.
    func withdrawAnswer(
        to number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> TakingBack?
    /// Writing first: person, ticket, message and outbox entry in one transaction, after the person's key. Idempotent
    /// on the draft's key.
    func open(
        _ draft: OpeningDraft, in mailbox: MailboxProfile, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> OpeningOutcome
    func note(
        _ number: TicketNumber, text: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> TicketMessage?
    func change(
        _ number: TicketNumber, to changes: TicketChanges, ifVersion: Int64?, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ChangeOutcome
}

package enum AnswerOutcome: Sendable {
    case answered(TicketMessage)
    /// The Idempotency-Key was used before; this is what it made then.
    case repeated(TicketMessage)
    case conflict(currentVersion: Int64)
    /// The mail could not be composed: nothing was written.
    case notComposed(Dispatch.Failure)
    case notFound
    /// The requester's address is unknown or erased: there is nobody to answer.
    case nobodyToAnswer
}

package enum OpeningOutcome: Sendable {
    case opened(Ticket)
    /// The Idempotency-Key was used before; this is the ticket it made then, as it is now.
    case repeated(Ticket)
    /// The mail could not be composed: nothing was written.
    case notComposed(Dispatch.Failure)
}

package enum ChangeOutcome: Sendable {
    case changed(Ticket)
    case conflict(currentVersion: Int64)
    /// No agent of this name, address or id looks after the ticket's mailbox.
    case noSuchAssignee
    case notFound
}
