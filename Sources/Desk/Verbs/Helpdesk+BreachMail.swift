import Mail

/// The notification to the authority as a mail, where somebody chose that way and says so.
extension Helpdesk {
    /// Writes the form of Art. 33(3), as it is known now, to the authority of the configuration: a ticket that begins
    /// with a mail of ours, through the ordinary outbox, so that what the authority answers is found there. The filing
    /// is recorded with the ticket as its reference. Interrupted between the two, the same again sends no second mail.
    package func mailAuthority(
        about number: BreachNumber, _ filing: BreachFiling, as principal: Principal
    ) async throws(DeskRefusal) -> Breach {
        try principal.requireBreachDuty()
        let breach = try await breach(number, as: principal)
        guard filing.recipient == .authority, filing.way == .email else {
            throw .invalid(field: "send", expected: "a filing to the authority by email")
        }
        guard !breach.isDrill else { throw .invalid(field: "send", expected: "no exercise: of one, nothing leaves") }
        let settings = settings.value
        guard let address = settings.authority.flatMap({ EmailAddress($0.email) }) else {
            throw .invalid(field: "send", expected: "an [authority] email in the configuration")
        }
        guard let mailbox = settings.mailboxes.first(where: \.isConfidential) ?? settings.mailboxes.first else {
            throw .notFound(.mailbox)
        }
        if let refusal = settings.sendingRefusal { throw .sendingRefused(refusal) }
        // A late one without its reasons is refused before anything leaves.
        _ = try breach.after(.file(filing))
        let draft = OpeningDraft(
            mailbox: mailbox.name, to: address, subject: subject(of: breach, filing, settings),
            text: BreachReport(breach, settings: settings, now: world.now()).text,
            reason: "notification of breach \(number.value) (Art. 33(1))", basis: "legal obligation, Art. 33 GDPR",
            idempotencyKey: "breach-\(number.value)-filing-\(breach.filings.count)")
        try draft.validate()
        let ticket = try await opened(draft, in: mailbox, by: principal)
        var filed = filing
        filed.reference = [filing.reference, "ticket #\(ticket.number.value)"].filter { !$0.isEmpty }
            .joined(separator: ", ")
        return try await move(number, by: .file(filed), as: principal)
    }

    private func subject(of breach: Breach, _ filing: BreachFiling, _ settings: DeskSettings) -> String {
        "\(settings.controller.name): notification under Art. 33 GDPR, breach \(breach.number.value), "
            + filing.stage.rawValue
    }

    private func opened(
        _ draft: OpeningDraft, in mailbox: MailboxProfile, by principal: Principal
    ) async throws(DeskRefusal) -> Ticket {
        let dispatch = Dispatch(settings: settings.value, keys: keys, world: world)
        let outcome = try await storage { () async throws(StoreFailure) -> OpeningOutcome in
            try await store.open(draft, in: mailbox, by: principal, dispatch: dispatch)
        }
        switch outcome {
        case .opened(let ticket):
            bells.ringAll()
            return ticket
        case .repeated(let ticket): return ticket
        case .notComposed(let failure): throw failure.refusal
        }
    }
}
