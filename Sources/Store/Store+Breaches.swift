package import Desk
package import Foundation

/// The register of breaches.
extension Store {
    package func openBreach(
        _ draft: BreachDraft, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Breach {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let number = BreachNumber(try records.next("breach")) else { throw .damaged }
            let breach = draft.breach(numbered: number, by: author, at: now)
            try records.add(breach)
            try AuditLog(records).append(
                .breachOpened(number, isDrill: breach.isDrill), by: author.auditName, at: Moment.milliseconds(now))
            return breach
        }
    }

    package func breach(_ number: BreachNumber) async throws(StoreFailure) -> Breach? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).breach(number)
        }
    }

    package func breaches(includingClosed: Bool, limit: Int) async throws(StoreFailure) -> [Breach] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).breaches(includingClosed: includingClosed, limit: limit)
        }
    }

    package func change(
        _ number: BreachNumber, by act: BreachAct, author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachOutcome {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            try BreachWriting(records: DeskRecords(session, sealer: sealer), author: author)
                .change(number, by: act, now: now)
        }
    }

    package func countAffected(_ source: AffectedSource) async throws(StoreFailure) -> AffectedCounts? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try AffectedSearch(records: DeskRecords(session, sealer: sealer)).find(source).map { AffectedCounts($0) }
        }
    }

    package func addAffected(
        _ source: AffectedSource, to number: BreachNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachOutcome {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            try BreachWriting(records: DeskRecords(session, sealer: sealer), author: author)
                .addAffected(source, to: number, now: now)
        }
    }

    package func affected(
        by number: BreachNumber, after person: PersonID?, limit: Int
    ) async throws(StoreFailure) -> [AffectedPerson] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).affected(by: number, after: person, limit: limit)
        }
    }

    package func queueBreachLetters(
        about number: BreachNumber, limit: Int, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> BreachLetterOutcome {
        // A restriction does not keep somebody from being told of their own danger (Art. 34; Art. 18(2)).
        let sealer = sealer.opening(held: true)
        return try await engine.write { session throws(StoreFailure) in
            try BreachWriting(records: DeskRecords(session, sealer: sealer), author: author)
                .queueLetters(about: number, limit: limit, by: dispatch)
        }
    }
}
