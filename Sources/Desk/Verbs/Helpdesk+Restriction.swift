/// Withholding what is kept of a person, and giving it back (Art. 18, 21(1)).
extension Helpdesk {
    /// Those of one person, for whoever answers for rights.
    package func restrictions(
        of person: PersonID, as principal: Principal
    ) async throws(DeskRefusal) -> [Restriction] {
        try principal.requireOversightOfRights()
        return try await restrictions(of: person)
    }

    package func restrictions(as principal: Principal) async throws(DeskRefusal) -> [Restriction] {
        try principal.requireOversightOfRights()
        return try await storage { () async throws(StoreFailure) -> [Restriction] in try await store.restrictions() }
    }

    /// For the person behind a verified link.
    package func restrictions(of person: PersonID) async throws(DeskRefusal) -> [Restriction] {
        try await storage { () async throws(StoreFailure) -> [Restriction] in
            try await store.restrictions(of: person)
        }
    }

    /// Restricts on one of the grounds of Art. 18(1). When it answers, agents see nothing of what was kept before, and
    /// no mail about it starts any more. Said again, it answers the restriction that stands. Everybody who was sent
    /// something of the person is told (Art. 19), unless `untold` says why not.
    package func restrict(
        _ person: PersonID, on ground: Restriction.Ground, untold: String? = nil, as principal: Principal
    ) async throws(DeskRefusal) -> Restriction {
        try principal.requireOversightOfRights()
        try requireReason(untold)
        guard ground.isAskedFor else {
            throw .invalid(field: "ground", expected: "a, b, c or d, as in Art. 18(1)")
        }
        return try await withholdAndTell(person, on: ground, unless: untold, by: principal)
    }

    /// The wish of somebody who opened a link sent to their address.
    package func askForRestriction(
        of person: PersonID, on ground: Restriction.Ground
    ) async throws(DeskRefusal) -> Restriction {
        guard ground.isAskedFor else {
            throw .invalid(field: "ground", expected: "a, b, c or d, as in Art. 18(1)")
        }
        return try await withholdAndTell(person, on: ground, unless: nil, by: .daemon)
    }

    /// Lifts a restriction, or begins to: nobody is surprised by it (Art. 18(3)). Without `told` the person gets a
    /// letter, and the restriction ends when it has left. With it, somebody vouches that they know.
    package func unrestrict(
        _ person: PersonID, _ ground: Restriction.Ground, because reason: String, told: Restriction.Telling?,
        as principal: Principal
    ) async throws(DeskRefusal) -> Restriction? {
        try principal.requireOversightOfRights()
        guard ground.isAskedFor else {
            throw .invalid(
                field: "ground", expected: "a, b, c or d; a hold is lifted, and an erasure is carried out or cancelled")
        }
        guard reason.contains(where: { !$0.isWhitespace }), reason.utf8.count <= Limits.lineBytes, reason.isOneLine
        else {
            throw .invalid(field: "reason", expected: "one line of 1–\(Limits.lineBytes) bytes, which the person reads")
        }
        guard told != .oneself, told != .notNeeded, told != .mail else {
            throw .invalid(field: "told", expected: "phone, letter or in-person; or leave it out, and we write")
        }
        if let told {
            guard try await end(person, ground, told: told, by: principal) else { throw .notFound(.restriction) }
            return nil
        }
        let settings = settings.value
        if let refusal = settings.sendingRefusal { throw .sendingRefused(refusal) }
        let dispatch = Dispatch(settings: settings, keys: keys, world: world)
        let announcement = try await storage { () async throws(StoreFailure) -> LiftAnnouncement in
            try await store.announceLift(of: person, ground, because: reason, by: principal, dispatch: dispatch)
        }
        switch announcement {
        case .announced(let restriction):
            bells.ringAll()
            return restriction
        case .notRestricted: throw .notFound(.restriction)
        case .nobodyToTell:
            throw .invalid(field: "told", expected: "how the person was told: they cannot be written to")
        case .notComposed(let failure): throw failure.refusal
        }
    }

    /// Ends the restrictions whose letter has left. Said by the worker of erasures now and then.
    package func endToldRestrictions() async throws(StoreFailure) {
        for restriction in try await store.restrictions() where restriction.notice?.state.hasLeft == true {
            _ = try await store.lift(
                restriction.person, restriction.ground, told: .mail, by: .daemon, now: world.now())
        }
    }

    /// Recipients hear of the first ground; a further one changes nothing for them.
    private func withholdAndTell(
        _ person: PersonID, on ground: Restriction.Ground, unless reason: String?, by author: Principal
    ) async throws(DeskRefusal) -> Restriction {
        let isFirst = try await restrictions(of: person).isEmpty
        let restriction = try await withhold(person, on: ground, by: author)
        if isFirst {
            _ = try await tellRecipients(of: person, .restricted, correction: nil, unless: reason, by: author)
        }
        return restriction
    }

    /// Inside the gate, so that no mail about what is withheld starts after the answer.
    func withhold(
        _ person: PersonID, on ground: Restriction.Ground, by author: Principal
    ) async throws(DeskRefusal) -> Restriction {
        let (store, gate, now) = (store, gate, world.now())
        let outcome = try await storage { () async throws(StoreFailure) -> RestrictionOutcome in
            try await gate.pass { () async throws(StoreFailure) -> RestrictionOutcome in
                try await store.restrict(person, on: ground, by: author, now: now)
            }
        }
        switch outcome {
        case .restricted(let restriction): return restriction
        case .nobody: throw .notFound(.person)
        case .standIn:
            throw .invalid(field: "person", expected: "a person; this one stands for senders without an address")
        }
    }

    func end(
        _ person: PersonID, _ ground: Restriction.Ground, told: Restriction.Telling, by author: Principal
    ) async throws(DeskRefusal) -> Bool {
        try await storage { () async throws(StoreFailure) -> Bool in
            try await store.lift(person, ground, told: told, by: author, now: world.now())
        }
    }
}
