import Foundation

/// Erasures that wait: for their time, for a legal hold, or for a signature. The person's data is withheld meanwhile.
extension Helpdesk {
    /// The wish of somebody who opened a link sent to their address. It waits for `privacy.erase_delay`, with the
    /// person's data restricted, and the person can take it back.
    package func askForErasure(of person: PersonID) async throws(DeskRefusal) -> Erasure {
        let known = try await storage { () async throws(StoreFailure) -> Person? in try await store.person(person) }
        try RoleAccount.refuseSelfService(of: known?.address)
        return try await order(
            ErasureOrder(
                person: person, verification: ErasureVerification(how: .portal, by: "the person's own link"),
                origin: .portal, author: .daemon))
    }

    /// The erasure of this person that has destroyed nothing yet; nil when there is none.
    package func waitingErasure(of person: PersonID) async throws(DeskRefusal) -> Erasure? {
        let waits = try await storage { () async throws(StoreFailure) -> [WaitingErasure] in
            try await store.waitingErasures()
        }
        return waits.first { $0.person == person }?.erasure
    }

    /// The person takes their own wish back, before its time.
    package func takeBackErasure(_ id: ErasureID, of person: PersonID) async throws(DeskRefusal) {
        guard try await waitingErasure(of: person)?.id == id else { throw .notFound(.erasure) }
        guard try await cancel(id, told: .oneself, by: .daemon) else { throw .notFound(.erasure) }
    }

    /// The restriction ends first: should the process end in between, the erasure that still stands restricts again.
    func cancel(
        _ id: ErasureID, told: Restriction.Telling, by author: Principal
    ) async throws(DeskRefusal) -> Bool {
        try await storage { () async throws(StoreFailure) -> Bool in
            let now = world.now()
            guard let wait = try await store.waitingErasures().first(where: { $0.erasure.id == id }) else {
                return false
            }
            for ground in [Restriction.Ground.erasure, .hold] {
                _ = try await store.lift(wait.person, ground, told: told, by: author, now: now)
            }
            return try await store.cancelErasure(id, by: author, now: now)
        }
    }

    /// What is ordered is carried out, or the person's data is withheld until it is.
    func begin(_ erasure: Erasure, of person: PersonID, by author: Principal) async throws(DeskRefusal) -> Erasure {
        let wait = WaitingErasure(erasure: erasure, person: person, isOnHold: false)
        if let ground = wait.ground {
            _ = try await withhold(person, on: ground, by: author)
            return erasure
        }
        guard erasure.state == .planned else { return erasure }
        return try await carriedOut(erasure.id)
    }

    /// Brings erasures that wait and the restrictions that belong to them into step: after a start, after a restore,
    /// and now and then. What a hold no longer keeps is carried out.
    func settleWaits() async throws(StoreFailure) {
        let (now, policy) = (world.now(), settings.value.erasure)
        let waits = try await store.waitingErasures()
        for wait in waits where wait.erasure.state == .onHold && !wait.isOnHold {
            guard try await store.takeUpErasure(wait.erasure.id, under: policy, now: now) == .planned else { continue }
            try await carryOut(wait.erasure.id)
        }
        let standing = try await store.restrictions()
        for wait in waits {
            guard let ground = wait.ground, ground == .erasure || wait.isOnHold,
                !standing.contains(where: { $0.person == wait.person && $0.ground == ground })
            else { continue }
            try await withholdQuietly(wait.person, on: ground)
        }
        // A restored backup has lost the order; the ledger kept the restriction that belonged to it.
        for restriction in standing
        where !restriction.ground.isAskedFor && !waits.contains(where: { $0.person == restriction.person }) {
            let order = ErasureOrder(
                person: restriction.person,
                verification: ErasureVerification(how: .portal, by: "an order that a restored backup had lost"),
                origin: .portal, author: .daemon)
            _ = try await store.planErasure(order, under: policy, now: now)
        }
    }

    /// waiting, on hold → what its time, the holds and the daily limit make of it now; nil when it waits for neither.
    func takeUp(_ id: ErasureID) async throws(StoreFailure) -> ErasureState? {
        try await store.takeUpErasure(id, under: settings.value.erasure, now: world.now())
    }

    private func withholdQuietly(_ person: PersonID, on ground: Restriction.Ground) async throws(StoreFailure) {
        let (store, gate, now) = (store, gate, world.now())
        _ = try await gate.pass { () async throws(StoreFailure) -> RestrictionOutcome in
            try await store.restrict(person, on: ground, by: .daemon, now: now)
        }
    }
}
