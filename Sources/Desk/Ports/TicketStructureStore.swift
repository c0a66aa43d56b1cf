package import Foundation
package import Mail

/// What agents ask of the store about the shape of tickets: which messages belong together and who takes part.
///
/// Each verb is one transaction: after a crash there is all of it or nothing.
package protocol TicketStructureStore: Sendable {
    /// The number a number leads to: its own, or that of the ticket it became part of. nil when there is none.
    func place(ofTicket number: TicketNumber) async throws(StoreFailure) -> TicketNumber?
    /// Moves every message of a ticket into another. From then on the old number leads to the other ticket, for whoever
    /// shows or answers it and for every mail that points at it. Participants join only when both tickets have one
    /// requester. `ifVersion` is the version of the ticket that is moved.
    func merge(
        _ number: TicketNumber, into target: TicketNumber, ifVersion: Int64?, by author: Principal, now: Date
    ) async throws(StoreFailure) -> MergeOutcome
    /// Moves messages into a new ticket, linked to the old one in both directions. Mail that answers a moved message
    /// goes with it. `subject` nil: that of the first message.
    func split(
        _ messages: [TicketMessageID], from number: TicketNumber, subject: String?, ifVersion: Int64?,
        by author: Principal, now: Date
    ) async throws(StoreFailure) -> SplitOutcome
    /// Lets a held message into its ticket. Its author stays a stranger.
    func admit(
        _ message: TicketMessageID, to number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> AdmissionOutcome
    /// Makes somebody a participant, and a person first if nobody knows them. Idempotent.
    func addParticipant(
        _ address: EmailAddress, to number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ParticipantOutcome
    func removeParticipant(
        _ person: PersonID, from number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ParticipantOutcome
}
