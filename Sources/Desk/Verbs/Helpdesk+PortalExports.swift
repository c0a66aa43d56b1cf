/// Copies, as whoever is signed in to the portal asks for them, fetches them and ends them (Art. 15, 20).
extension Helpdesk {
    /// What they asked for here, and what was handed to them as an answer; newest first.
    package func ownExports(as principal: Principal) async throws(DeskRefusal) -> PortalExports {
        let person = try await own(principal)
        let shown = try await exports(ofPerson: person.id).filter(\.isShownToPerson)
        return PortalExports(exports: shown, isSharedAddress: RoleAccount.isRole(person.address))
    }

    /// Asks for a copy. The register has the request first, so that the duty stands whatever ends the process next; it
    /// is closed when the copy can be fetched. Said again while there is one, it answers that one.
    package func askForOwnExport(_ kind: Export.Kind, as principal: Principal) async throws(DeskRefusal) -> Export {
        let person = try await own(principal)
        try RoleAccount.refuseSelfService(of: person.address)
        let there = try await exports(ofPerson: person.id).first {
            $0.kind == kind && $0.isOwn && ($0.state == .planned || $0.isOpenable(at: world.now()))
        }
        if let there { return there }
        let request = try await ensureOpen(kind.right, wording: "", acknowledges: false, as: principal)
        return try await askForExport(of: person.id, kind, onRequest: request.id)
    }

    /// Says that it is fetched; its bytes follow by `exportPiece`.
    package func openOwnExport(_ id: ExportID, as principal: Principal) async throws(DeskRefusal) -> Export {
        try await downloadExport(id, ofPerson: try principal.requirePerson())
    }

    /// Ends a copy before its time: when it answers, nobody can open it any more.
    package func endOwnExport(_ id: ExportID, as principal: Principal) async throws(DeskRefusal) {
        let person = try principal.requirePerson()
        guard try await exports(ofPerson: person).contains(where: { $0.id == id && $0.isShownToPerson }) else {
            throw .notFound(.export)
        }
        try await shred(id, by: principal)
    }

    /// The copies of a request that was taken back.
    func endCopies(for request: RightsRequestID, as principal: Principal) async throws(DeskRefusal) {
        let person = try principal.requirePerson()
        for export in try await exports(ofPerson: person) where export.request == request && export.isOwn {
            guard export.state == .planned || export.state == .ready else { continue }
            try await shred(export.id, by: principal)
        }
    }

    private func shred(_ id: ExportID, by principal: Principal) async throws(DeskRefusal) {
        let isEnded = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.shredExport(id, by: principal, now: world.now())
        }
        guard isEnded else { throw .notFound(.export) }
        _ = try await storage { () async throws(StoreFailure) -> Int in
            try await store.sweepExports(now: world.now())
        }
    }
}
