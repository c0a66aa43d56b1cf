import Foundation

/// The register of what people asked under Art. 12–22. Anybody who works tickets may take a request down; moving it is
/// for those who answer for it, and refusing it is the DPO's.
extension Helpdesk {
    package func openRequest(
        _ draft: RightsRequestDraft, as principal: Principal
    ) async throws(DeskRefusal) -> RightsRequest {
        if !principal.has(.dpo) { try principal.require(.ticketsWrite) }
        let (settings, now) = (settings.value, world.now())
        try draft.validate(now: now)
        var draft = draft
        var mailbox = draft.mailbox
        if let ticket = draft.ticket {
            try await requireSight(of: ticket, by: principal)
            let (owner, home) = try await requester(of: ticket, for: principal, at: now)
            guard draft.person == nil || draft.person == owner else {
                throw .invalid(field: "person", expected: "the requester of the ticket, or none")
            }
            (draft.person, mailbox) = (owner, home)
        } else if let person = draft.person {
            let seen = try await requireSight(of: person, by: principal)
            if mailbox == nil { mailbox = try await self.mailbox(ofNewestTicketOf: seen) }
        } else if mailbox == nil {
            // Nobody to write to: any mailbox does, as no letter leaves.
            mailbox = settings.mailboxes.first { principal.sees($0.name) }?.name
        }
        let profile = try Self.mailbox(mailbox, of: settings, for: principal)
        let country = settings.controller.country
        let receivedAt = draft.receivedAt ?? now
        let request = RightsRequest(
            id: RightsRequestID(from: world), right: draft.right, channel: draft.channel, receivedAt: receivedAt,
            clock: LegalClock(
                receivedOn: CalendarDay(receivedAt, in: ControllerPlace.zone(ofCountry: country)), country: country),
            person: draft.person, ticket: draft.ticket, wording: draft.wording, contact: draft.contact)
        let letter: RightsLetter? = draft.acknowledges && draft.person != nil ? .acknowledgement : nil
        let dispatch = Dispatch(settings: settings, keys: keys, world: world)
        return try await outcome(sending: letter) { () async throws(StoreFailure) in
            try await store.register(request, in: profile, letter: letter, by: principal, dispatch: dispatch)
        }
    }

    package func requests(
        includingClosed: Bool, limit: Int, as principal: Principal
    ) async throws(DeskRefusal) -> [RightsRequest] {
        try principal.requireOversightOfRights()
        guard (1...Limits.pageLengthMaximum).contains(limit) else {
            throw .invalid(field: "limit", expected: "a number from 1 to \(Limits.pageLengthMaximum)")
        }
        return try await storage { () async throws(StoreFailure) -> [RightsRequest] in
            try await store.rightsRequests(includingClosed: includingClosed, limit: limit)
        }
    }

    package func request(_ id: RightsRequestID, as principal: Principal) async throws(DeskRefusal) -> RightsRequest {
        try principal.requireOversightOfRights()
        let found = try await storage { () async throws(StoreFailure) -> RightsRequest? in
            try await store.rightsRequest(id)
        }
        guard let found else { throw .notFound(.request) }
        return found
    }

    /// Carries out a move and sends the letter that belongs to it, when there is an address on file.
    package func move(
        _ id: RightsRequestID, by act: RightsAct, saying text: String? = nil, as principal: Principal
    ) async throws(DeskRefusal) -> RightsRequest {
        try principal.requireOversightOfRights()
        if case .decide(.refused, _) = act { try principal.require(.dpo) }
        if case .decide(.fulfilled, _) = act { try await requireNoHold(on: id) }
        if let text, text.utf8.count > Limits.wordingBytes {
            throw .invalid(field: "text", expected: "at most \(Limits.wordingBytes) bytes")
        }
        let letter: RightsLetter? =
            switch act {
            case .confirm: .acknowledgement
            case .suspend: .question(text ?? "")
            case .extend: .extensionNotice
            case .decide(.notARequest, _), .decide(.withdrawn, _), .prove, .resume: nil
            case .decide: .decision(text: text)
            }
        let dispatch = Dispatch(settings: settings.value, keys: keys, world: world)
        return try await outcome(sending: letter) { () async throws(StoreFailure) in
            try await store.change(id, by: act, letter: letter, author: principal, dispatch: dispatch)
        }
    }

    /// What a hold keeps was not erased: the person is told so, with where to complain (Art. 12(4), 17(3)).
    private func requireNoHold(on id: RightsRequestID) async throws(DeskRefusal) {
        let isHeld = try await storage { () async throws(StoreFailure) -> Bool in
            guard let request = try await store.rightsRequest(id), request.right == .erasure,
                let person = request.person
            else { return false }
            return try await store.isHeld(person)
        }
        guard !isHeld else {
            throw .invalid(
                field: "decision",
                expected: "“partly”, with reasons: a legal hold keeps data of this person (Art. 17(3))")
        }
    }

    private func outcome(
        sending letter: RightsLetter?, _ body: @Sendable () async throws(StoreFailure) -> RightsOutcome
    ) async throws(DeskRefusal) -> RightsRequest {
        if letter != nil, let refusal = settings.value.sendingRefusal { throw .sendingRefused(refusal) }
        switch try await storage(body) {
        case .done(let request):
            if letter != nil { bells.ringAll() }
            return request
        case .refused(let refusal): throw refusal
        case .notComposed(let failure): throw failure.refusal
        case .notFound: throw .notFound(.request)
        }
    }

    /// Where the person and the desk last had to do with each other; nil for somebody without a ticket.
    private func mailbox(ofNewestTicketOf person: Person) async throws(DeskRefusal) -> MailboxName? {
        guard let newest = person.tickets.max() else { return nil }
        return try await storage { () async throws(StoreFailure) -> MailboxName? in
            try await store.mailbox(ofTicket: newest)
        }
    }

    private func requester(
        of number: TicketNumber, for principal: Principal, at now: Date
    ) async throws(DeskRefusal) -> (PersonID, MailboxName) {
        let view = try await storage { () async throws(StoreFailure) -> TicketView? in
            try await store.ticket(number, reader: principal, now: now)
        }
        guard let ticket = view?.ticket else { throw .notFound(.ticket) }
        return (ticket.requester.id, ticket.mailbox)
    }
}

extension Principal {
    /// Those who answer for the rights of people, in every mailbox: the operator, an admin, the DPO, and a token made
    /// for it.
    func requireOversightOfRights() throws(DeskRefusal) {
        let may = has(.admin) || has(.dpo) || has(.privacyExport) || has(.privacyErase)
        guard may, visibleMailboxes == nil else { throw .forbidden(.dpo) }
    }
}
