import Mail

/// What agents do with tickets.
extension Helpdesk {
    package func tickets(_ filter: TicketFilter, as principal: Principal) async throws(DeskRefusal) -> TicketPage {
        try principal.require(.ticketsRead)
        guard (1...Limits.pageLengthMaximum).contains(filter.limit) else {
            throw .invalid(field: "limit", expected: "a number from 1 to \(Limits.pageLengthMaximum)")
        }
        try filter.criteria.validate()
        var seen = filter
        seen.visible = sight(of: principal)
        let bounded = seen
        var page = try await storage { () async throws(StoreFailure) -> TicketPage in
            try await store.tickets(bounded)
        }
        page.tickets = page.tickets.map(dated)
        return page
    }

    package func ticket(_ number: TicketNumber, as principal: Principal) async throws(DeskRefusal) -> TicketView {
        try principal.require(.ticketsRead)
        try await requireSight(of: number, by: principal)
        let view = try await storage { () async throws(StoreFailure) -> TicketView? in
            try await store.ticket(number, reader: principal, now: world.now())
        }
        guard var view else { throw .notFound(.ticket) }
        view.ticket = dated(view.ticket)
        view.colleagues = try await look(at: view, by: principal)
        guard sight(of: principal) != nil else { return view }
        // A ticket of another mailbox is not there for this one, not even as a number.
        var (related, linked): ([TicketNumber], [TicketNumber]) = ([], [])
        for number in view.possiblyRelated where try await isSeen(number, by: principal) { related.append(number) }
        for number in view.linked where try await isSeen(number, by: principal) { linked.append(number) }
        (view.possiblyRelated, view.linked) = (related, linked)
        return view
    }

    package func attachment(
        _ id: AttachmentID, of number: TicketNumber, as principal: Principal
    ) async throws(DeskRefusal) -> (AttachmentSummary, [UInt8]) {
        try principal.require(.ticketsRead)
        try await requireSight(of: number, by: principal)
        let found = try await storage { () async throws(StoreFailure) -> (AttachmentSummary, [UInt8])? in
            try await store.attachment(id, of: number, reader: principal, now: world.now())
        }
        guard let found else { throw .notFound(.attachment) }
        return found
    }

    /// Answers a ticket. What a suppression withholds is stored and shown as such, not refused.
    package func reply(
        to number: TicketNumber, with draft: ReplyDraft, as principal: Principal
    ) async throws(DeskRefusal) -> TicketMessage {
        try await requireWriting(on: number, by: principal)
        var draft = try await worded(draft, on: number, by: principal)
        try draft.validate()
        // Who looked at a merged ticket's number has seen the one it leads to.
        let place = try await storage { () async throws(StoreFailure) -> TicketNumber? in
            try await store.place(ofTicket: number)
        }
        let seen = place ?? number
        if draft.ifUnanswered {
            draft.unlessAnsweredAfter = sightings.messagesSeen(by: principal.auditName, on: seen, now: world.now())
            draft.seenIn = seen
        }
        let guarded = draft
        let settings = settings.value
        if let refusal = settings.sendingRefusal { throw .sendingRefused(refusal) }
        let dispatch = Dispatch(settings: settings, keys: keys, world: world)
        let outcome = try await storage { () async throws(StoreFailure) -> AnswerOutcome in
            try await store.answer(number, with: guarded, by: principal, dispatch: dispatch)
        }
        switch outcome {
        case .answered(let message):
            sightings.noteAnswer(by: principal.auditName, on: seen)
            bells.ringAll()
            return message
        case .repeated(let message): return message
        case .conflict(let version): throw .conflict(currentVersion: version)
        case .notFound: throw .notFound(.ticket)
        case .nobodyToAnswer:
            throw .invalid(field: "ticket", expected: "a requester with an address that can be answered")
        case .notComposed(let failure): throw failure.refusal
        }
    }

    package func note(
        _ text: String, on number: TicketNumber, as principal: Principal
    ) async throws(DeskRefusal) -> TicketMessage {
        try await requireWriting(on: number, by: principal)
        guard text.contains(where: { !$0.isWhitespace }), text.utf8.count <= Limits.replyTextBytes else {
            throw .invalid(field: "text", expected: "1–\(Limits.replyTextBytes) bytes")
        }
        let message = try await storage { () async throws(StoreFailure) -> TicketMessage? in
            try await store.note(number, text: text, by: principal, now: world.now())
        }
        guard let message else { throw .notFound(.ticket) }
        return message
    }

    package func change(
        _ number: TicketNumber, to changes: TicketChanges, ifVersion: Int64?, as principal: Principal
    ) async throws(DeskRefusal) -> Ticket {
        try await requireWriting(on: number, by: principal)
        try changes.validate()
        let outcome = try await storage { () async throws(StoreFailure) -> ChangeOutcome in
            try await store.change(number, to: changes, ifVersion: ifVersion, by: principal, now: world.now())
        }
        switch outcome {
        case .changed(let ticket): return dated(ticket)
        case .conflict(let version): throw .conflict(currentVersion: version)
        case .noSuchAssignee:
            throw .invalid(
                field: "assignee", expected: "the name, address or id of an agent who looks after this mailbox")
        case .notFound: throw .notFound(.ticket)
        }
    }
}
