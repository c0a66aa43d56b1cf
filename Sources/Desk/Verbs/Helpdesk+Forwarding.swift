import Mail

/// Handing a message on to somebody outside.
extension Helpdesk {
    /// Forwards one message to one recipient and records it as a disclosure. What the recipient answers is a
    /// stranger's mail: held beside the ticket when it comes by its reply address.
    package func forward(
        _ message: TicketMessageID, of number: TicketNumber, with draft: ForwardDraft, as principal: Principal
    ) async throws(DeskRefusal) -> TicketMessage {
        try principal.require(.ticketsWrite)
        try await requireSight(of: number, by: principal)
        try draft.validate()
        let settings = settings.value
        // A mail to ourselves would come back as our own and disclose nothing.
        guard !settings.mailboxes.contains(where: { $0.address.normalized == draft.to.withoutTag.normalized }) else {
            throw .invalid(field: "to", expected: "an address that is not a mailbox of this desk")
        }
        if let refusal = settings.sendingRefusal { throw .sendingRefused(refusal) }
        let dispatch = Dispatch(settings: settings, keys: keys, world: world)
        let outcome = try await storage { () async throws(StoreFailure) -> ForwardOutcome in
            try await store.forward(message, of: number, with: draft, by: principal, dispatch: dispatch)
        }
        switch outcome {
        case .forwarded(let message):
            bells.ringAll()
            return message
        case .repeated(let message): return message
        case .conflict(let version): throw .conflict(currentVersion: version)
        case .notComposed(let failure): throw failure.refusal
        case .ticketNotFound: throw .notFound(.ticket)
        case .messageNotFound: throw .notFound(.message)
        case .refused(let why): throw why.refusal
        }
    }
}
