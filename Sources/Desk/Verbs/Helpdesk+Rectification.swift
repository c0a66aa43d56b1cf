import Mail

/// Correcting who somebody is, keeping what they say about a message (Art. 16), and telling recipients (Art. 19).
extension Helpdesk {
    /// Corrects name or address. Everybody who was sent something of the person is told, unless `untold` says why not.
    package func rectify(
        _ person: PersonID, by rectification: Rectification, untold: String? = nil, as principal: Principal
    ) async throws(DeskRefusal) -> [RecipientNotice] {
        try principal.requireOversightOfRights()
        try requireReason(untold)
        try await correct(person, by: rectification, author: principal)
        return try await tellRecipients(
            of: person, .rectified, correction: rectification.name, unless: untold, by: principal)
    }

    /// The person corrects their own name, on a page behind a link to their address.
    func correctName(_ name: String, of person: PersonID) async throws(DeskRefusal) {
        try await correct(person, by: Rectification(name: name), author: .person(person))
        _ = try await tellRecipients(
            of: person, .rectified, correction: name, unless: nil, by: .person(person))
    }

    /// What the person says about a message stands beside it from then on, wherever it is shown.
    package func addStatement(
        _ text: String, about message: TicketMessageID, of number: TicketNumber, for person: PersonID,
        untold: String? = nil, as principal: Principal
    ) async throws(DeskRefusal) -> TicketMessage {
        try principal.requireOversightOfRights()
        try requireReason(untold)
        try await requireSight(of: number, by: principal)
        guard text.contains(where: { !$0.isWhitespace }), text.utf8.count <= Limits.wordingBytes else {
            throw .invalid(field: "text", expected: "1–\(Limits.wordingBytes) bytes")
        }
        let outcome = try await storage { () async throws(StoreFailure) -> StatementOutcome in
            try await store.state(text, about: message, of: number, for: person, by: principal, now: world.now())
        }
        switch outcome {
        case .notFound: throw .notFound(.message)
        case .notTheirs: throw .invalid(field: "message", expected: "a message of this person, or one to them")
        case .stated(let stated):
            _ = try await tellRecipients(of: person, .rectified, correction: text, unless: untold, by: principal)
            return stated
        }
    }

    package func recipientNotices(
        of person: PersonID, as principal: Principal
    ) async throws(DeskRefusal) -> [RecipientNotice] {
        try principal.requireOversightOfRights()
        return try await storage { () async throws(StoreFailure) -> [RecipientNotice] in
            try await store.recipientNotices(of: person)
        }
    }

    /// Art. 19. Where nothing may leave, that is the reason which is kept.
    func tellRecipients(
        of person: PersonID, _ act: RecipientNotice.Act, correction: String?, unless reason: String?,
        by author: Principal
    ) async throws(DeskRefusal) -> [RecipientNotice] {
        let settings = settings.value
        let dispatch = Dispatch(settings: settings, keys: keys, world: world)
        let refusal = settings.sendingRefusal.map { _ in "nothing may be sent, by configuration" }
        let notices = try await storage { () async throws(StoreFailure) -> [RecipientNotice] in
            try await store.tellRecipients(
                of: person, act, correction: correction, unless: reason ?? refusal, by: author, dispatch: dispatch)
        }
        if notices.contains(where: { $0.state == .queued }) { bells.ringAll() }
        return notices
    }

    func requireReason(_ untold: String?) throws(DeskRefusal) {
        guard let untold else { return }
        guard untold.contains(where: { !$0.isWhitespace }), untold.utf8.count <= Limits.lineBytes, untold.isOneLine
        else {
            throw .invalid(
                field: "untold", expected: "one line: why telling recipients is impossible or out of proportion")
        }
    }

    private func correct(
        _ person: PersonID, by rectification: Rectification, author: Principal
    ) async throws(DeskRefusal) {
        try rectification.validate()
        let outcome = try await storage { () async throws(StoreFailure) -> RectificationOutcome in
            try await store.rectify(person, by: rectification, author: author, now: world.now())
        }
        switch outcome {
        case .rectified: return
        case .nobody: throw .notFound(.person)
        case .standIn:
            throw .invalid(field: "person", expected: "a person; this one stands for senders without an address")
        case .addressTaken: throw .invalid(field: "address", expected: "an address that no other person on file has")
        }
    }
}
