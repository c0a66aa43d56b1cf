/// What the daemon saw and a human decides about.
extension Helpdesk {
    package func breachCandidates(
        includingDecided: Bool, as principal: Principal
    ) async throws(DeskRefusal) -> [BreachCandidate] {
        try principal.requireBreachDuty()
        return try await storage { () async throws(StoreFailure) -> [BreachCandidate] in
            try await store.breachCandidates(includingDecided: includingDecided, limit: Limits.pageLengthMaximum)
        }
    }

    /// It was none: why, in words that stay sealed.
    package func dismissBreachCandidate(
        _ id: BreachCandidateID, reasons: String, as principal: Principal
    ) async throws(DeskRefusal) -> BreachCandidate {
        try principal.requireBreachDuty()
        guard reasons.contains(where: { !$0.isWhitespace }), reasons.utf8.count <= Limits.breachTextBytes else {
            throw .invalid(field: "reasons", expected: "1–\(Limits.breachTextBytes) bytes that say why it is none")
        }
        let now = world.now()
        let outcome = try await storage { () async throws(StoreFailure) -> BreachCandidateOutcome in
            try await store.dismissBreachCandidate(id, reasons: reasons, by: principal, now: now)
        }
        return try decided(outcome)
    }

    /// It is one: it gets a number, was detected when the daemon saw it, and its clock runs from now.
    package func confirmBreachCandidate(
        _ id: BreachCandidateID, decidedBy: String, as principal: Principal
    ) async throws(DeskRefusal) -> BreachCandidate {
        try principal.requireBreachDuty()
        let now = world.now()
        let draft = BreachDraft(detectedAt: now, awareAt: now, decidedBy: decidedBy, kinds: [.integrity])
        try draft.validate(now: now)
        let outcome = try await storage { () async throws(StoreFailure) -> BreachCandidateOutcome in
            try await store.confirmBreachCandidate(id, decidedBy: decidedBy, by: principal, now: now)
        }
        return try decided(outcome)
    }

    private func decided(_ outcome: BreachCandidateOutcome) throws(DeskRefusal) -> BreachCandidate {
        switch outcome {
        case .done(let candidate): return candidate
        case .decidedBefore:
            throw .invalid(field: "candidate", expected: "one that waits for a decision; this one has one")
        case .notFound: throw .notFound(.breach)
        }
    }
}
