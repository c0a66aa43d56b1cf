/// Erasing and restricting, as whoever is signed in to the portal asks for it. The register has the request first, so
/// that the duty stands whatever ends the process next.
extension Helpdesk {
    package func ownErasure(as principal: Principal) async throws(DeskRefusal) -> PortalErasure {
        let person = try await own(principal)
        guard !RoleAccount.isRole(person.address) else { return .sharedAddress }
        if let waiting = try await waitingErasure(of: person.id) { return .waiting(waiting) }
        let counts = try await storage { () async throws(StoreFailure) -> ErasureCounts? in
            try await store.erasurePreview(person.id)
        }
        guard let counts else { throw .notFound(.person) }
        return .possible(counts)
    }

    /// It waits for `privacy.erase_delay`, restricted, and can be taken back.
    package func askForOwnErasure(as principal: Principal) async throws(DeskRefusal) -> Erasure {
        let person = try await own(principal)
        try RoleAccount.refuseSelfService(of: person.address)
        try await ensureOpen(.erasure, wording: "", as: principal)
        return try await askForErasure(of: person.id)
    }

    package func takeBackOwnErasure(as principal: Principal) async throws(DeskRefusal) {
        let person = try principal.requirePerson()
        guard let waiting = try await waitingErasure(of: person) else { throw .notFound(.erasure) }
        try await takeBackErasure(waiting.id, of: person)
        for request in try await ownRequests(as: principal)
        where request.isOpen && request.right == .erasure && request.channel == .portal {
            _ = try await takeBackOwnRequest(request.id, as: principal)
        }
    }

    package func ownRestrictions(as principal: Principal) async throws(DeskRefusal) -> [Restriction] {
        try await restrictions(of: try principal.requirePerson())
    }

    /// Art. 18(1), and 21(1) for an objection: in force when it answers.
    package func askForOwnRestriction(
        on ground: Restriction.Ground, wording: String, as principal: Principal
    ) async throws(DeskRefusal) -> Restriction {
        let person = try await own(principal)
        try await ensureOpen(ground == .objection ? .objection : .restriction, wording: wording, as: principal)
        return try await askForRestriction(of: person.id, on: ground)
    }

    /// One open request of a kind is enough: a second click is the same wish. One by another way whose person was not
    /// recognised yet proves nothing, and stays what it is.
    @discardableResult
    func ensureOpen(
        _ right: RightsRequest.Right, wording: String, acknowledges: Bool = true, as principal: Principal
    ) async throws(DeskRefusal) -> RightsRequest {
        let open = try await ownRequests(as: principal).first {
            $0.isOpen && $0.right == right && $0.identity.isProved && $0.state != .possible
        }
        if let open { return open }
        return try await openOwnRequest(right, wording: wording, acknowledges: acknowledges, as: principal)
    }
}
