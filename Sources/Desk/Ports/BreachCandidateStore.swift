package import Foundation

/// What signs of a breach ask of the store.
package protocol BreachCandidateStore: Sendable {
    /// What there is to look at. The audit chain is not verified here; that takes its time.
    func breachSights(now: Date) async throws(StoreFailure) -> BreachSights
    /// Writes down those whose sign and subject were not raised before. Answers how many are new.
    func raise(_ candidates: [BreachCandidate], now: Date) async throws(StoreFailure) -> Int
    /// Undecided ones first, then the newest.
    func breachCandidates(includingDecided: Bool, limit: Int) async throws(StoreFailure) -> [BreachCandidate]
    func dismissBreachCandidate(
        _ id: BreachCandidateID, reasons: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachCandidateOutcome
    /// Opens the breach it becomes, in the same transaction.
    func confirmBreachCandidate(
        _ id: BreachCandidateID, decidedBy: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachCandidateOutcome
}

package enum BreachCandidateOutcome: Sendable, Equatable {
    case done(BreachCandidate)
    case decidedBefore
    case notFound
}
