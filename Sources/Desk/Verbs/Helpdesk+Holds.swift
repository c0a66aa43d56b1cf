import Foundation

/// Legal holds (Art. 17(3)(b), (e)). Setting and lifting one is the data protection officer's signature.
extension Helpdesk {
    package func holds(as principal: Principal) async throws(DeskRefusal) -> [LegalHold] {
        try principal.requireOversightOfRights()
        return try await storage { () async throws(StoreFailure) -> [LegalHold] in try await store.holds() }
    }

    /// Keeps what there is of a person from being erased, until it is lifted. It has to be looked at again on a day
    /// within half a year; the alarm book reminds of it.
    package func hold(
        _ person: PersonID, matter: String, ground: LegalHold.Ground, reviewOn: CalendarDay, as principal: Principal
    ) async throws(DeskRefusal) -> LegalHold {
        try requireSignature(principal)
        guard matter.contains(where: { !$0.isWhitespace }), matter.utf8.count <= Limits.lineBytes, matter.isOneLine
        else { throw .invalid(field: "matter", expected: "one line of 1–\(Limits.lineBytes) bytes: what it is about") }
        let now = world.now()
        let today = CalendarDay(now, in: ControllerPlace.zone(ofCountry: settings.value.controller.country))
        let latest = today.adding(months: Limits.holdReviewMonths)
        guard reviewOn > today, reviewOn <= latest else {
            throw .invalid(field: "review", expected: "a day after today, at the latest \(latest.text)")
        }
        let hold = LegalHold(
            id: LegalHoldID(from: world), person: person, matter: matter, ground: ground, setAt: now,
            setBy: principal.auditName, reviewOn: reviewOn)
        let isSet = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.add(hold, by: principal)
        }
        guard isSet else { throw .notFound(.person) }
        return hold
    }

    /// Lifts a hold. An erasure that waited for it is carried out now, or goes on waiting for its time or the daily
    /// limit.
    package func liftHold(_ id: LegalHoldID, as principal: Principal) async throws(DeskRefusal) -> LegalHold {
        try requireSignature(principal)
        let lifted = try await storage { () async throws(StoreFailure) -> LegalHold? in
            try await store.liftHold(id, by: principal, now: world.now())
        }
        guard let lifted else { throw .notFound(.hold) }
        try await storage { () async throws(StoreFailure) in try await settleWaits() }
        return lifted
    }

    private func requireSignature(_ principal: Principal) throws(DeskRefusal) {
        guard principal.has(.dpo), principal.visibleMailboxes == nil else { throw .forbidden(.dpo) }
    }
}
