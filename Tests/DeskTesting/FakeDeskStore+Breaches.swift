package import Desk
package import Foundation

/// The register of breaches. Whom a question finds, a test puts in place; letters are counted and not written.
extension FakeDeskStore {
    package func openBreach(
        _ draft: BreachDraft, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Breach {
        try write { state throws(StoreFailure) in
            guard let number = BreachNumber(Int64(state.breaches.count + 1)) else { throw .damaged }
            let breach = draft.breach(numbered: number, by: author, at: now)
            state.breaches[number] = breach
            state.note(.breachOpened(number, isDrill: breach.isDrill), by: author, at: now)
            return breach
        }
    }

    package func breach(_ number: BreachNumber) async throws(StoreFailure) -> Breach? {
        try read { $0.breaches[number] }
    }

    package func breaches(includingClosed: Bool, limit: Int) async throws(StoreFailure) -> [Breach] {
        try read { state in
            let wanted = state.breaches.values.filter { includingClosed || $0.state == .open }
            return Array(wanted.sorted { $0.number < $1.number }.prefix(limit))
        }
    }

    package func change(
        _ number: BreachNumber, by act: BreachAct, author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachOutcome {
        try write { state in
            guard let breach = state.breaches[number] else { return .notFound }
            let next: Breach
            do throws(DeskRefusal) {
                next = try breach.after(act)
            } catch {
                return .refused(error)
            }
            state.breaches[number] = next
            state.note(.breachMoved(number, act.word), by: author, at: now)
            return .done(next)
        }
    }

    package func countAffected(_ source: AffectedSource) async throws(StoreFailure) -> AffectedCounts? {
        try read { state in Self.found(by: source, state).map { AffectedCounts(people: $0.count, records: $0.count) } }
    }

    package func addAffected(
        _ source: AffectedSource, to number: BreachNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachOutcome {
        try write { state in
            guard var breach = state.breaches[number] else { return .notFound }
            guard let found = Self.found(by: source, state) else { return .sourceNotFound }
            let counts = AffectedCounts(people: found.count, records: found.count)
            do throws(DeskRefusal) {
                breach = try breach.asked(
                    AffectedQuery(
                        source: source.word, particulars: source.particulars, found: counts, at: now,
                        by: author.auditName))
            } catch {
                return .refused(error)
            }
            let known = state.affected[number, default: []].union(found)
            state.affected[number] = known
            breach.counted = AffectedCounts(people: known.count, records: known.count)
            breach.letters.unwritten = known.count
            state.breaches[number] = breach
            state.note(.breachAffected(number, source: source.word, counts), by: author, at: now)
            return .done(breach)
        }
    }

    package func affected(
        by number: BreachNumber, after person: PersonID?, limit: Int
    ) async throws(StoreFailure) -> [AffectedPerson] {
        try read { state in
            let people = state.affected[number, default: []].sorted().filter { id in person.map { $0 < id } ?? true }
            return people.prefix(limit).map { id in
                AffectedPerson(
                    person: id, address: state.people[id]?.address, records: 1,
                    tickets: state.people[id]?.tickets ?? [], letter: .none)
            }
        }
    }

    package func queueBreachLetters(
        about number: BreachNumber, limit: Int, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> BreachLetterOutcome {
        try write { state in
            guard var breach = state.breaches[number] else { return .notFound }
            let letters = min(limit, breach.letters.unwritten)
            breach.letters.unwritten -= letters
            breach.letters.waiting += letters
            state.breaches[number] = breach
            state.note(.breachLettersQueued(number, letters), by: author, at: dispatch.world.now())
            return .queued(remaining: breach.letters.unwritten)
        }
    }

    private static func found(by source: AffectedSource, _ state: State) -> Set<PersonID>? {
        guard case .tickets(let numbers) = source else { return Set(state.people.keys) }
        guard numbers.allSatisfy({ state.tickets[$0] != nil }) else { return nil }
        return Set(numbers.compactMap { state.tickets[$0]?.ticket.requester.id })
    }
}
