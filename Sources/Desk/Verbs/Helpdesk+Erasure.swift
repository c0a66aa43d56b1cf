import Foundation

/// Erasing a person (Art. 17). It reaches every mailbox, so a principal that is bound to some has no part in it.
extension Helpdesk {
    package func erasurePreview(
        of person: PersonID, as principal: Principal
    ) async throws(DeskRefusal) -> ErasureCounts {
        try requireErasing(principal)
        let counts = try await storage { () async throws(StoreFailure) -> ErasureCounts? in
            try await store.erasurePreview(person)
        }
        guard let counts else { throw .notFound(.person) }
        return counts
    }

    /// Erases a person whose identity somebody vouches for. When it answers `forgotten`, the keys are destroyed, the
    /// rows are gone and no mail to the person starts any more but the one confirmation (P5); the mail servers and the
    /// certificate follow. Beyond the daily limit it answers `held` and nothing was destroyed (P16). Said again while
    /// one is under way, it answers that one.
    package func erase(
        _ person: PersonID, verified verification: ErasureVerification, as principal: Principal
    ) async throws(DeskRefusal) -> Erasure {
        try requireErasing(principal)
        try verification.validate()
        let known = try await storage { () async throws(StoreFailure) -> Person? in try await store.person(person) }
        try RoleAccount.requireAuthority(for: known?.address, statedBy: verification.authority)
        return try await order(
            ErasureOrder(person: person, verification: verification, author: principal))
    }

    /// Erases the person of a registered request, once it was recorded there how the person was recognised. The request
    /// stays open until somebody says with `requests fulfil` that it is done.
    package func erase(
        _ person: PersonID, onRequest id: RightsRequestID, authority: String? = nil, as principal: Principal
    ) async throws(DeskRefusal) -> Erasure {
        try requireErasing(principal)
        let found = try await storage { () async throws(StoreFailure) -> RightsRequest? in
            try await store.rightsRequest(id)
        }
        guard let request = found, request.isOpen, request.right == .erasure, request.person == person else {
            throw .invalid(field: "request", expected: "an open request of this person to be erased")
        }
        let by: String
        switch request.identity {
        case .unproved:
            throw .invalid(
                field: "request", expected: "one whose person was recognised; record it with `requests verify`")
        case .link: by = "the link sent to the address on file"
        case .byStaff(_, let staff, _): by = staff
        }
        return try await erase(
            person, verified: ErasureVerification(how: request.channel.verification, by: by, authority: authority),
            as: principal)
    }

    package func erasures(limit: Int, as principal: Principal) async throws(DeskRefusal) -> [Erasure] {
        try requireErasing(principal)
        guard (1...Limits.pageLengthMaximum).contains(limit) else {
            throw .invalid(field: "limit", expected: "a number from 1 to \(Limits.pageLengthMaximum)")
        }
        return try await storage { () async throws(StoreFailure) -> [Erasure] in
            try await store.erasures(limit: limit)
        }
    }

    package func erasure(
        _ id: ErasureID, as principal: Principal
    ) async throws(DeskRefusal) -> (Erasure, [ErasureMention]) {
        try requireErasing(principal)
        let found = try await storage { () async throws(StoreFailure) -> Erasure? in try await store.erasure(id) }
        guard let found else { throw .notFound(.erasure) }
        let mentions = try await storage { () async throws(StoreFailure) -> [ErasureMention] in
            try await store.mentions(of: id)
        }
        return (found, mentions)
    }

    /// The data protection officer lets an erasure beyond the daily limit go on.
    package func approveErasure(_ id: ErasureID, as principal: Principal) async throws(DeskRefusal) -> Erasure {
        guard principal.has(.dpo), principal.visibleMailboxes == nil else { throw .forbidden(.dpo) }
        let isApproved = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.approveErasure(id, by: principal, now: world.now())
        }
        guard isApproved else { throw .notFound(.erasure) }
        return try await carriedOut(id)
    }

    /// Takes an erasure back that has destroyed nothing yet.
    package func cancelErasure(_ id: ErasureID, as principal: Principal) async throws(DeskRefusal) {
        try requireErasing(principal)
        guard try await cancel(id, told: .notNeeded, by: principal) else { throw .notFound(.erasure) }
    }

    /// Everything that must be over before anybody is told that it is: inside the gate, so that no transaction to the
    /// person starts after the answer (P5).
    func carryOut(_ id: ErasureID) async throws(StoreFailure) {
        let (store, gate, now) = (store, gate, world.now())
        try await gate.pass { () async throws(StoreFailure) in try await store.forget(id, now: now) }
    }

    /// Before anything else begins after a start: what a crash interrupted between its record and its end.
    package func resumeErasures() async throws(StoreFailure) {
        for erasure in try await store.unfinishedErasures(now: world.now()) {
            let state = try await takeUp(erasure.id) ?? erasure.state
            if state == .planned { try await carryOut(erasure.id) }
        }
        try await settleWaits()
    }

    func order(_ order: ErasureOrder) async throws(DeskRefusal) -> Erasure {
        let policy = settings.value.erasure
        let planning = try await storage { () async throws(StoreFailure) -> ErasurePlanning in
            try await store.planErasure(order, under: policy, now: world.now())
        }
        switch planning {
        case .nobody: throw .notFound(.person)
        case .standIn:
            throw .invalid(field: "person", expected: "a person; this one stands for senders without an address")
        case .planned(let erasure):
            Fault.point(.e1)
            return try await begin(erasure, of: order.person, by: order.author)
        }
    }

    /// A hold that came meanwhile turns it into a restriction after all.
    func carriedOut(_ id: ErasureID) async throws(DeskRefusal) -> Erasure {
        try await storage { () async throws(StoreFailure) in
            try await carryOut(id)
            try await settleWaits()
        }
        let erasure = try await storage { () async throws(StoreFailure) -> Erasure? in try await store.erasure(id) }
        guard let erasure else { throw .notFound(.erasure) }
        return erasure
    }

    private func requireErasing(_ principal: Principal) throws(DeskRefusal) {
        try principal.require(.privacyErase)
        guard principal.visibleMailboxes == nil else { throw .forbidden(.privacyErase) }
    }
}
