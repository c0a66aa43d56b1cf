package import Desk
package import Foundation

/// Signs of a breach, as a test puts them in place.
extension FakeDeskStore {
    package func breachSights(now: Date) async throws(StoreFailure) -> BreachSights {
        try read { state in
            var sights = state.sights ?? BreachSights(now: now)
            sights.now = now
            return sights
        }
    }

    package func raise(_ candidates: [BreachCandidate], now: Date) async throws(StoreFailure) -> Int {
        try write { state in
            var raised = 0
            for candidate in candidates {
                let isKnown = state.candidates.contains {
                    $0.sign == candidate.sign && $0.subject == candidate.subject
                }
                guard !isKnown else { continue }
                state.candidates.append(candidate)
                state.note(.breachSuspected(candidate.id, candidate.sign), by: .daemon, at: now)
                raised += 1
            }
            return raised
        }
    }

    package func breachCandidates(
        includingDecided: Bool, limit: Int
    ) async throws(StoreFailure) -> [BreachCandidate] {
        try read { state in
            Array(state.candidates.filter { includingDecided || $0.decision == nil }.prefix(limit))
        }
    }

    package func dismissBreachCandidate(
        _ id: BreachCandidateID, reasons: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachCandidateOutcome {
        try write { state in Self.decide(id, .dismissed(reasons: reasons), by: author, now: now, &state) }
    }

    package func confirmBreachCandidate(
        _ id: BreachCandidateID, decidedBy: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachCandidateOutcome {
        try write { state throws(StoreFailure) in
            guard let number = BreachNumber(Int64(state.breaches.count + 1)) else { throw .damaged }
            let outcome = Self.decide(id, .confirmed(number), by: author, now: now, &state)
            guard case .done(let candidate) = outcome else { return outcome }
            state.breaches[number] = BreachDraft(
                detectedAt: candidate.at, awareAt: now, decidedBy: decidedBy, kinds: candidate.kinds
            ).breach(numbered: number, by: author, at: now)
            return outcome
        }
    }

    private static func decide(
        _ id: BreachCandidateID, _ decision: BreachCandidate.Decision, by author: Principal, now: Date,
        _ state: inout State
    ) -> BreachCandidateOutcome {
        guard let index = state.candidates.firstIndex(where: { $0.id == id }) else { return .notFound }
        guard state.candidates[index].decision == nil else { return .decidedBefore }
        state.candidates[index].decision = decision
        state.candidates[index].decidedAt = now
        state.candidates[index].decidedBy = author.auditName
        state.note(.breachSuspicionDecided(id, decision), by: author, at: now)
        return .done(state.candidates[index])
    }
}
