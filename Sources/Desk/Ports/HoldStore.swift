package import Foundation

/// What legal holds, and the erasures that wait, ask of the store.
package protocol HoldStore: Sendable {
    /// Standing ones by their day of review, then those that were lifted, newest first.
    func holds() async throws(StoreFailure) -> [LegalHold]
    /// Whether a hold stands for the person.
    func isHeld(_ person: PersonID) async throws(StoreFailure) -> Bool
    /// False when there is no such person.
    func add(_ hold: LegalHold, by author: Principal) async throws(StoreFailure) -> Bool
    /// The hold as it is then; nil when it does not stand.
    func liftHold(_ id: LegalHoldID, by author: Principal, now: Date) async throws(StoreFailure) -> LegalHold?
    /// Erasures that are held, waiting or on hold, oldest first.
    func waitingErasures() async throws(StoreFailure) -> [WaitingErasure]
    /// waiting or on hold → on hold, held or planned, as hold and daily limit have it now; or waiting, while its time
    /// has not come. nil when it is none of them any more.
    func takeUpErasure(
        _ id: ErasureID, under policy: ErasurePolicy, now: Date
    ) async throws(StoreFailure) -> ErasureState?
}
