package import Foundation
package import Mail

/// What erasing asks of the store. Each verb takes an erasure from one state of `Desk.docc/Erasure.md` to the next, is
/// durable when it returns, and can be said again after a crash.
package protocol ErasureStore: Sendable {
    /// What an erasure would remove. nil when there is no such person. Changes nothing.
    func erasurePreview(_ person: PersonID) async throws(StoreFailure) -> ErasureCounts?
    /// Writes down that the person is to be erased. One erasure of a person is under way at a time.
    func planErasure(
        _ order: ErasureOrder, under policy: ErasurePolicy, now: Date
    ) async throws(StoreFailure) -> ErasurePlanning
    /// held → planned. False when it is not held.
    func approveErasure(_ id: ErasureID, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
    /// held, waiting → cancelled. False when it was too late.
    func cancelErasure(_ id: ErasureID, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
    /// planned, waiting → forgotten: ledger, keys, rows, in this order. Called inside the send gate (P5). Later states
    /// stay.
    func forget(_ id: ErasureID, now: Date) async throws(StoreFailure)
    /// Where copies of what was erased lie on servers.
    func erasedCopies(_ id: ErasureID) async throws(StoreFailure) -> [MailboxName: [ServerCopy]]
    /// Who is looked for on the servers; nil once nobody knows any more.
    func erasedAddress(_ id: ErasureID) async throws(StoreFailure) -> EmailAddress?
    /// Of these mails as a server holds them, those that were written by the erased person and whose content is what
    /// was recorded when they came in.
    func recordedMails(
        _ mails: [FetchedMessage], of id: ErasureID, in mailbox: MailboxProfile
    ) async throws(StoreFailure) -> Set<UInt32>
    /// forgotten → expunged.
    func noteExpunged(_ id: ErasureID, removed: Int, left: Int) async throws(StoreFailure)
    /// Looks for the person's name and address in what others wrote. Reads everything; answers how many it found.
    func findMentions(of id: ErasureID) async throws(StoreFailure) -> Int
    /// expunged → certified: searches the files and queues the one confirmation, unless nothing may be sent.
    func certify(
        _ id: ErasureID, under policy: ErasurePolicy, by dispatch: Dispatch
    ) async throws(StoreFailure)
    /// certified → done, once the confirmation has ended: its key and the address go. False while it is on its way.
    func finishErasure(_ id: ErasureID, under policy: ErasurePolicy, now: Date) async throws(StoreFailure) -> Bool
    func erasure(_ id: ErasureID) async throws(StoreFailure) -> Erasure?
    /// Newest first.
    func erasures(limit: Int) async throws(StoreFailure) -> [Erasure]
    /// Those that are not over and wait for no time, oldest first; those that are held among them.
    func unfinishedErasures(now: Date) async throws(StoreFailure) -> [Erasure]
    func mentions(of id: ErasureID) async throws(StoreFailure) -> [ErasureMention]
    /// Replaces what a message says and seals it under a new key; the old one is gone.
    func redact(
        _ message: TicketMessageID, of ticket: TicketNumber, text: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> RedactionOutcome
}

package enum RedactionOutcome: Sendable, Equatable {
    case redacted(TicketMessage)
    /// Its author was erased: nothing is left to redact.
    case alreadyErased
    /// It is on its way to somebody with the words it has.
    case onItsWay
    case notFound
}
