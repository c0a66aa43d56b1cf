package import Foundation

/// What restricting asks of the store. The states are the table in `Desk.docc/Restriction.md`; each verb is durable
/// when it returns and can be said again.
package protocol RestrictionStore: Sendable {
    /// Those that stand, the oldest first.
    func restrictions() async throws(StoreFailure) -> [Restriction]
    func restrictions(of person: PersonID) async throws(StoreFailure) -> [Restriction]
    /// Whether a ticket is withheld: its own number or the one it became part of.
    func isWithheld(_ ticket: TicketNumber) async throws(StoreFailure) -> Bool
    /// Withholds what is kept of a person: ledger, keys, rows, in this order. Stops what waits in the outbox on their
    /// tickets. Called inside the send gate.
    func restrict(
        _ person: PersonID, on ground: Restriction.Ground, by author: Principal, now: Date
    ) async throws(StoreFailure) -> RestrictionOutcome
    /// Queues the letter that says that the restriction will end, unless one is on its way or has left.
    func announceLift(
        of person: PersonID, _ ground: Restriction.Ground, because reason: String, by author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> LiftAnnouncement
    /// Ends a restriction: ledger, keys, rows. With the last one everything is as before. False when there is none.
    func lift(
        _ person: PersonID, _ ground: Restriction.Ground, told: Restriction.Telling, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool
}

package enum RestrictionOutcome: Sendable, Equatable {
    /// A new one, or the one that stands.
    case restricted(Restriction)
    case nobody
    /// The stand-in for senders without an address is not a person.
    case standIn
}

package enum LiftAnnouncement: Sendable {
    case announced(Restriction)
    case notRestricted
    /// There is no address to write to, or no mailbox to write from.
    case nobodyToTell
    case notComposed(Dispatch.Failure)
}
