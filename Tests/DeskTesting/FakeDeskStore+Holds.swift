package import Desk
package import Foundation

/// Legal holds in memory, and the erasures that wait.
extension FakeDeskStore {
    package func holds() async throws(StoreFailure) -> [LegalHold] {
        try read { state in
            state.holds.sorted { left, right in
                guard left.isStanding == right.isStanding else { return left.isStanding }
                return (left.reviewOn, left.id) < (right.reviewOn, right.id)
            }
        }
    }

    package func isHeld(_ person: PersonID) async throws(StoreFailure) -> Bool {
        try read { $0.isHeld(person) }
    }

    package func add(_ hold: LegalHold, by author: Principal) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let person = hold.person, state.people[person] != nil else { return false }
            state.holds.append(hold)
            state.note(.holdSet(hold.id, hold.ground), by: author, at: hold.setAt)
            return true
        }
    }

    package func liftHold(
        _ id: LegalHoldID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> LegalHold? {
        try write { state in
            guard let index = state.holds.firstIndex(where: { $0.id == id && $0.isStanding }) else { return nil }
            state.holds[index].liftedAt = now
            state.holds[index].liftedBy = author.auditName
            state.note(.holdLifted(id), by: author, at: now)
            return state.holds[index]
        }
    }

    package func waitingErasures() async throws(StoreFailure) -> [WaitingErasure] {
        try read { state in
            state.erasures.values.filter { [.held, .waiting, .onHold].contains($0.erasure.state) }
                .sorted { $0.erasure.id < $1.erasure.id }
                .map {
                    WaitingErasure(erasure: $0.erasure, person: $0.person, isOnHold: state.isHeld($0.person))
                }
        }
    }

    package func takeUpErasure(
        _ id: ErasureID, under policy: ErasurePolicy, now: Date
    ) async throws(StoreFailure) -> ErasureState? {
        try write { state in
            guard let found = state.erasures[id], [.waiting, .onHold].contains(found.erasure.state) else { return nil }
            let next = state.state(
                ofErasureOf: found.person, notBefore: found.erasure.notBefore, under: policy, now: now)
            state.erasures[id]?.erasure.state = next
            if next == .held, found.erasure.state != .held { state.note(.erasureHeld(id), by: .daemon, at: now) }
            return next
        }
    }
}

extension FakeDeskStore.State {
    func isHeld(_ person: PersonID) -> Bool {
        holds.contains { $0.person == person && $0.isStanding }
    }

    func state(
        ofErasureOf person: PersonID, notBefore: Date, under policy: ErasurePolicy, now: Date
    ) -> ErasureState {
        if isHeld(person) { return .onHold }
        if notBefore > now { return .waiting }
        let lately = erasures.values.count {
            $0.erasure.askedAt > now.addingTimeInterval(-86_400)
                && ![.held, .cancelled, .waiting, .onHold].contains($0.erasure.state)
        }
        return lately >= policy.limit ? .held : .planned
    }
}
