import Mail

/// Writing first: a ticket that begins with a mail of ours.
extension Helpdesk {
    /// Opens a ticket for somebody who did not write, and queues the mail to them. A suppressed person is written to
    /// all the same, because reason and basis are always given; both are kept with the message.
    package func open(_ draft: OpeningDraft, as principal: Principal) async throws(DeskRefusal) -> Ticket {
        try principal.require(.ticketsWrite)
        let settings = settings.value
        let mailbox = try Self.mailbox(draft.mailbox, of: settings, for: principal)
        guard sees(mailbox.name, by: principal) else { throw .notFound(.mailbox) }
        try draft.validate()
        // A mail to ourselves would come back as our own and open nothing: nobody would ever see it.
        guard !settings.mailboxes.contains(where: { $0.address.normalized == draft.to.withoutTag.normalized }) else {
            throw .invalid(field: "to", expected: "an address that is not a mailbox of this desk")
        }
        if let refusal = settings.sendingRefusal { throw .sendingRefused(refusal) }
        let dispatch = Dispatch(settings: settings, keys: keys, world: world)
        let outcome = try await storage { () async throws(StoreFailure) -> OpeningOutcome in
            try await store.open(draft, in: mailbox, by: principal, dispatch: dispatch)
        }
        switch outcome {
        case .opened(let ticket):
            bells.ringAll()
            return ticket
        case .repeated(let ticket):
            // The key is bound to its author, who may have lost sight of the mailbox since.
            guard sees(ticket.mailbox, by: principal) else { throw .notFound(.ticket) }
            return ticket
        case .notComposed(let failure): throw failure.refusal
        }
    }

    /// The mailbox by name, or the only one there is for this principal.
    static func mailbox(
        _ name: MailboxName?, of settings: DeskSettings, for principal: Principal
    ) throws(DeskRefusal) -> MailboxProfile {
        let visible = settings.mailboxes.filter { principal.sees($0.name) }
        if let name {
            guard let named = visible.first(where: { $0.name == name }) else { throw .notFound(.mailbox) }
            return named
        }
        guard let only = visible.first else { throw .notFound(.mailbox) }
        guard visible.count == 1 else {
            let names = visible.map(\.name.value).sorted().joined(separator: ", ")
            throw .invalid(field: "mailbox", expected: "one of \(names)")
        }
        return only
    }
}

extension Dispatch.Failure {
    /// What the caller is told of a mail that cannot be made.
    var refusal: DeskRefusal {
        switch self {
        case .composition(.addressNotASCII):
            .invalid(field: "to", expected: "an address in ASCII; this one needs SMTPUTF8")
        case .composition(.tooLarge):
            .invalid(field: "attachments", expected: "at most \(Limits.replyBytes) bytes in all")
        case .composition, .vault, .unprovable:
            .invalid(field: "text", expected: "a text and attachments a mail can carry")
        }
    }
}
