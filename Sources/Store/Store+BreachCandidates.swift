package import Desk
package import Foundation

/// Signs of a breach: what there is to look at, and what became of them.
extension Store {
    package func breachSights(now: Date) async throws(StoreFailure) -> BreachSights {
        let (keys, damaged) = (keys, engine.damagedAccesses)
        return try await engine.read { session throws(StoreFailure) in
            let log = AuditLog(session, keys: keys)
            let last = try log.head()?.sequence ?? 0
            let readings = try session.all(
                """
                SELECT reader, hour, COUNT(*) FROM read_log WHERE hour >= ? GROUP BY reader, hour
                ORDER BY COUNT(*) DESC LIMIT ?
                """, [.integer(Moment.hour(now) - 1), .integer(Limits.readersLookedAt)]
            ) { row throws(StoreFailure) in
                BreachSights.Reading(
                    reader: row.text(0), hour: Moment.date(row.integer(1) * Moment.millisecondsPerHour),
                    tickets: Int(clamping: row.integer(2)))
            }
            return BreachSights(
                now: now,
                entries: try log.records(
                    after: max(0, last - Int64(Limits.auditLookedAt)), limit: Limits.auditLookedAt),
                damagedAccesses: damaged, readings: readings)
        }
    }

    package func raise(_ candidates: [BreachCandidate], now: Date) async throws(StoreFailure) -> Int {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            var raised = 0
            for candidate in candidates where try records.add(candidate) {
                raised += 1
                try AuditLog(records).append(
                    .breachSuspected(candidate.id, candidate.sign), by: Principal.daemon.auditName,
                    at: Moment.milliseconds(now))
            }
            return raised
        }
    }

    package func breachCandidates(
        includingDecided: Bool, limit: Int
    ) async throws(StoreFailure) -> [BreachCandidate] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer)
                .breachCandidates(includingDecided: includingDecided, limit: limit)
        }
    }

    package func dismissBreachCandidate(
        _ id: BreachCandidateID, reasons: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachCandidateOutcome {
        try await decide(id, by: author, now: now) { _, _ throws(StoreFailure) in .dismissed(reasons: reasons) }
    }

    package func confirmBreachCandidate(
        _ id: BreachCandidateID, decidedBy: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachCandidateOutcome {
        try await decide(id, by: author, now: now) { candidate, records throws(StoreFailure) in
            guard let number = BreachNumber(try records.next("breach")) else { throw .damaged }
            let draft = BreachDraft(
                detectedAt: min(candidate.at, now), awareAt: now, decidedBy: decidedBy, kinds: candidate.kinds)
            try records.add(draft.breach(numbered: number, by: author, at: now))
            try AuditLog(records).append(
                .breachOpened(number, isDrill: false), by: author.auditName, at: Moment.milliseconds(now))
            return .confirmed(number)
        }
    }

    private func decide(
        _ id: BreachCandidateID, by author: Principal, now: Date,
        _ decision:
            @escaping @Sendable (BreachCandidate, DeskRecords) throws(StoreFailure) -> BreachCandidate.Decision
    ) async throws(StoreFailure) -> BreachCandidateOutcome {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let candidate = try records.breachCandidate(id) else { return .notFound }
            guard candidate.decision == nil else { return .decidedBefore }
            let decided = try decision(candidate, records)
            let at = Moment.milliseconds(now)
            try records.decide(decided, about: id, by: author.auditName, now: at)
            try AuditLog(records).append(.breachSuspicionDecided(id, decided), by: author.auditName, at: at)
            guard let read = try records.breachCandidate(id) else { throw .damaged }
            return .done(read)
        }
    }
}
