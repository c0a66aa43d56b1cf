package import Desk
package import Foundation

/// Restricting in memory: who, why and which tickets, without keys, ledger and letters.
extension FakeDeskStore {
    package func restrictions() async throws(StoreFailure) -> [Restriction] {
        try read { $0.restrictions }
    }

    package func restrictions(of person: PersonID) async throws(StoreFailure) -> [Restriction] {
        try read { state in state.restrictions.filter { $0.person == person } }
    }

    package func isWithheld(_ ticket: TicketNumber) async throws(StoreFailure) -> Bool {
        try read { $0.withheld[ticket] != nil }
    }

    package func restrict(
        _ person: PersonID, on ground: Restriction.Ground, by author: Principal, now: Date
    ) async throws(StoreFailure) -> RestrictionOutcome {
        try write { state in
            guard let known = state.people[person] else { return .nobody }
            if let standing = state.restrictions.first(where: { $0.person == person && $0.ground == ground }) {
                return .restricted(standing)
            }
            if !state.restrictions.contains(where: { $0.person == person }) {
                for number in known.tickets where state.tickets[number]?.ticket.requester.id == person {
                    state.withheld[number] = person
                }
            }
            let made = Restriction(person: person, ground: ground, since: now, author: author.auditName)
            state.restrictions.append(made)
            state.note(.personRestricted(person, ground), by: author, at: now)
            return .restricted(made)
        }
    }

    package func announceLift(
        of person: PersonID, _ ground: Restriction.Ground, because reason: String, by author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> LiftAnnouncement {
        try write { state in
            guard let index = state.restrictions.firstIndex(where: { $0.person == person && $0.ground == ground })
            else { return .notRestricted }
            guard state.people[person]?.address != nil else { return .nobodyToTell }
            state.restrictions[index].notice = Restriction.Notice(
                entry: OutboxEntryID(from: world), queuedAt: world.now(), state: .queued)
            return .announced(state.restrictions[index])
        }
    }

    package func lift(
        _ person: PersonID, _ ground: Restriction.Ground, told: Restriction.Telling, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            let count = state.restrictions.count
            state.restrictions.removeAll { $0.person == person && $0.ground == ground }
            guard state.restrictions.count < count else { return false }
            if !state.restrictions.contains(where: { $0.person == person }) {
                state.withheld = state.withheld.filter { $0.value != person }
            }
            state.note(.personReleased(person, ground, told: told), by: author, at: now)
            return true
        }
    }
}
