import Foundation
import Mail

/// Copies of what is kept about a person, for that person (Art. 15, 20). They reach into every mailbox, so a principal
/// that is bound to some has no part in them.
extension Helpdesk {
    /// Asks for a copy for a person whose identity somebody vouches for. It is made soon after. Said again while one of
    /// the kind is being made, it answers that one.
    package func prepareExport(
        of person: PersonID, _ kind: Export.Kind, verified verification: ErasureVerification,
        as principal: Principal
    ) async throws(DeskRefusal) -> Export {
        try requireExporting(principal)
        try await requireSightOfWhole(person, by: principal)
        try verification.validate()
        try RoleAccount.requireAuthority(
            for: try await address(of: person), statedBy: verification.authority)
        return try await order(
            ExportOrder(person: person, kind: kind, verification: verification, author: principal))
    }

    /// The copy a registered request asks for, once it was recorded there how the person was recognised. The request
    /// stays open until somebody says with `requests fulfil` that it is done.
    package func prepareExport(
        of person: PersonID, _ kind: Export.Kind, onRequest id: RightsRequestID, authority: String? = nil,
        as principal: Principal
    ) async throws(DeskRefusal) -> Export {
        try requireExporting(principal)
        try await requireSightOfWhole(person, by: principal)
        let found = try await storage { () async throws(StoreFailure) -> RightsRequest? in
            try await store.rightsRequest(id)
        }
        guard let request = found, request.isOpen, request.right == kind.right, request.person == person else {
            throw .invalid(field: "request", expected: "an open request of this person for \(kind.rawValue)")
        }
        let by: String
        switch request.identity {
        case .unproved:
            throw .invalid(
                field: "request", expected: "one whose person was recognised; record it with `requests verify`")
        case .link: by = "the link sent to the address on file"
        case .byStaff(_, let staff, _): by = staff
        }
        try RoleAccount.requireAuthority(for: try await address(of: person), statedBy: authority)
        return try await order(
            ExportOrder(
                person: person, kind: kind, request: id,
                verification: ErasureVerification(how: request.channel.verification, by: by, authority: authority),
                author: principal))
    }

    /// The wish of somebody who opened a link sent to their address. It answers a request of theirs, which is closed
    /// when the copy can be fetched.
    func askForExport(
        of person: PersonID, _ kind: Export.Kind, onRequest request: RightsRequestID
    ) async throws(DeskRefusal) -> Export {
        try RoleAccount.refuseSelfService(of: try await address(of: person))
        return try await order(
            ExportOrder(
                person: person, kind: kind, request: request,
                verification: ErasureVerification(how: .portal, by: "the person's own link"),
                author: .person(person)))
    }

    package func exports(limit: Int, as principal: Principal) async throws(DeskRefusal) -> [Export] {
        try requireExporting(principal)
        guard (1...Limits.pageLengthMaximum).contains(limit) else {
            throw .invalid(field: "limit", expected: "a number from 1 to \(Limits.pageLengthMaximum)")
        }
        return try await storage { () async throws(StoreFailure) -> [Export] in
            try await store.exports(of: nil, limit: limit)
        }
    }

    /// All of one person, whoever asked for them.
    func exports(ofPerson person: PersonID) async throws(DeskRefusal) -> [Export] {
        try await storage { () async throws(StoreFailure) -> [Export] in
            try await store.exports(of: person, limit: Limits.exportsShown)
        }
    }

    package func export(_ id: ExportID, as principal: Principal) async throws(DeskRefusal) -> Export {
        try requireExporting(principal)
        return try await found(id)
    }

    /// The newest copy of a person that can be fetched.
    package func readyExport(
        of person: PersonID, _ kind: Export.Kind, as principal: Principal
    ) async throws(DeskRefusal) -> Export {
        try requireExporting(principal)
        let all = try await exports(ofPerson: person)
        guard let ready = all.first(where: { $0.kind == kind && $0.isOpenable(at: world.now()) }) else {
            throw .notFound(.export)
        }
        return ready
    }

    /// Says that the copy, or a part of it, is fetched, which the audit log keeps. Its bytes follow by `exportPiece`.
    package func openExport(_ id: ExportID, as principal: Principal) async throws(DeskRefusal) -> Export {
        try requireExporting(principal)
        return try await opened(id, by: principal)
    }

    /// The same for the person, whose link the caller has seen: of what they asked for, and of what was handed to them.
    func downloadExport(
        _ id: ExportID, ofPerson person: PersonID
    ) async throws(DeskRefusal) -> Export {
        let export = try await found(id)
        guard export.person == person, export.isShownToPerson else { throw .notFound(.export) }
        return try await opened(id, by: .person(person))
    }

    /// `Limits.exportPieceBytes` from that many pieces on; nil at the end, or when the copy was shredded meanwhile.
    /// Whoever calls has opened it.
    package func exportPiece(_ id: ExportID, at index: Int) async throws(DeskRefusal) -> [UInt8]? {
        try await storage { () async throws(StoreFailure) -> [UInt8]? in
            try await store.exportPiece(id, at: index, now: world.now())
        }
    }

    /// Ends a copy before its time: when it answers, nobody can open it any more.
    package func withdrawExport(_ id: ExportID, as principal: Principal) async throws(DeskRefusal) {
        try requireExporting(principal)
        let isEnded = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.shredExport(id, by: principal, now: world.now())
        }
        guard isEnded else { throw .notFound(.export) }
        _ = try await storage { () async throws(StoreFailure) -> Int in
            try await store.sweepExports(now: world.now())
        }
    }

    /// Says of a copy that it answers a request of the same person.
    package func nameExport(
        _ id: ExportID, asAnswerTo request: RightsRequestID, as principal: Principal
    ) async throws(DeskRefusal) -> Export {
        try requireExporting(principal)
        let isNamed = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.nameExport(id, asAnswerTo: request)
        }
        guard isNamed else {
            throw .invalid(field: "request", expected: "a request of the person whose copy this is")
        }
        return try await found(id)
    }

    /// Closes a request for a copy with this one as its answer: it is handed to the person, who gets a single-use link
    /// to it at the address on file, and the decision by a letter of its own. Nobody finds the link in the ticket.
    ///
    /// - Parameter reasons: what was left out, and why; then it is done in part.
    package func answer(
        _ request: RightsRequestID, with export: ExportID, partly reasons: String? = nil, saying text: String? = nil,
        as principal: Principal
    ) async throws(DeskRefusal) -> RightsRequest {
        try requireExporting(principal)
        for words in [reasons, text].compactMap({ $0 }) where words.utf8.count > Limits.wordingBytes {
            throw .invalid(field: "text", expected: "at most \(Limits.wordingBytes) bytes")
        }
        if let refusal = settings.value.sendingRefusal { throw .sendingRefused(refusal) }
        let act = RightsAct.decide(reasons.map { .partly(reasons: $0) } ?? .fulfilled, signedOffBy: nil)
        let dispatch = Dispatch(settings: settings.value, keys: keys, world: world)
        let outcome = try await storage { () async throws(StoreFailure) -> RightsOutcome in
            try await store.answer(
                request, with: export, by: act, letter: .copy(text: text), author: principal, dispatch: dispatch)
        }
        switch outcome {
        case .done(let closed):
            bells.ringAll()
            return closed
        case .refused(let refusal): throw refusal
        case .notComposed(let failure): throw failure.refusal
        case .notFound: throw .notFound(.request)
        }
    }

    private func address(of person: PersonID) async throws(DeskRefusal) -> EmailAddress? {
        try await storage { () async throws(StoreFailure) -> Person? in try await store.person(person) }?.address
    }

    private func order(_ order: ExportOrder) async throws(DeskRefusal) -> Export {
        let planning = try await storage { () async throws(StoreFailure) -> ExportPlanning in
            try await store.planExport(order, now: world.now())
        }
        switch planning {
        case .nobody: throw .notFound(.person)
        case .standIn:
            throw .invalid(field: "person", expected: "a person; this one stands for senders without an address")
        case .planned(let export):
            Fault.point(.x1)
            return export
        }
    }

    private func opened(_ id: ExportID, by principal: Principal) async throws(DeskRefusal) -> Export {
        let export = try await found(id)
        guard export.isOpenable(at: world.now()) else { throw .notFound(.export) }
        if let person = export.person { try await requireSightOfWhole(person, by: principal) }
        try await storage { () async throws(StoreFailure) -> Void in
            try await store.record(.exportOpened(id), by: principal, now: world.now())
        }
        return export
    }

    private func found(_ id: ExportID) async throws(DeskRefusal) -> Export {
        let export = try await storage { () async throws(StoreFailure) -> Export? in try await store.export(id) }
        guard let export else { throw .notFound(.export) }
        return export
    }

    private func requireExporting(_ principal: Principal) throws(DeskRefusal) {
        let may = principal.has(.privacyExport) || principal.has(.admin) || principal.has(.dpo)
        guard may, principal.visibleMailboxes == nil else { throw .forbidden(.privacyExport) }
    }
}
