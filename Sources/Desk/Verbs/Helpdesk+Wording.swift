import Mail

/// Canned replies and signatures.
extension Helpdesk {
    package func wordings(
        _ kind: Wording.Kind, as principal: Principal
    ) async throws(DeskRefusal) -> [Wording] {
        try principal.require(.ticketsRead)
        return try await all(kind).filter { $0.mailbox.map(principal.sees) ?? true }
    }

    /// Looks the text over first. Who answers customers saves replies; what stands below every answer is the admin's.
    /// A text for every mailbox is not for those who see some only.
    package func saveWording(
        _ kind: Wording.Kind, named name: ShortName, for mailbox: MailboxName?, text: String, as principal: Principal
    ) async throws(DeskRefusal) -> Wording {
        try requireSay(over: kind, of: mailbox, by: principal)
        if let mailbox, settings.value.mailbox(named: mailbox) == nil { throw .notFound(.mailbox) }
        let wording = Wording(id: WordingID(from: world), kind: kind, name: name, mailbox: mailbox, text: text)
        try wording.validate()
        let isSaved = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.saveWording(wording)
        }
        guard isSaved else {
            throw .invalid(field: "name", expected: "at most \(Limits.wordings) of them; remove one first")
        }
        return wording
    }

    package func removeWording(
        _ id: WordingID, of kind: Wording.Kind, as principal: Principal
    ) async throws(DeskRefusal) {
        try principal.require(kind == .reply ? .ticketsWrite : .admin)
        guard let wording = try await all(kind).first(where: { $0.id == id }) else { throw .notFound(.wording) }
        try requireSay(over: kind, of: wording.mailbox, by: principal)
        let wasThere = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.removeWording(id)
        }
        guard wasThere else { throw .notFound(.wording) }
    }

    /// The draft with the canned reply it names below its own text, and the signature of the mailbox below both.
    func worded(
        _ original: ReplyDraft, on number: TicketNumber, by principal: Principal
    ) async throws(DeskRefusal) -> ReplyDraft {
        guard original.canned != nil || original.isSigned else { return original }
        let mailbox = try await storage { () async throws(StoreFailure) -> MailboxName? in
            try await store.mailbox(ofTicket: number)
        }
        guard let mailbox else { throw .notFound(.ticket) }
        var used: [Wording] = []
        if let name = original.canned {
            let replies = try await all(.reply).filter { $0.name == name }
            guard let reply = Wording.choice(among: replies, for: mailbox) else { throw .notFound(.wording) }
            used.append(reply)
        }
        if original.isSigned, let signature = Wording.choice(among: try await all(.signature), for: mailbox) {
            used.append(signature)
        }
        guard !used.isEmpty else { return original }
        let values = try await values(for: number, in: mailbox, by: principal)
        var draft = original
        // A signature alone says nothing: the draft is checked for a text of its own before it gets one.
        if used.first?.kind == .signature { try draft.validate() }
        // No line of two hyphens before it: mail programs fold what follows that, and the way out stands there.
        draft.text = ([draft.text] + used.map { TextTemplate.read($0.text).template.text(values) })
            .filter { text in text.contains { !$0.isWhitespace } }
            .joined(separator: "\n\n")
        return draft
    }

    private func values(
        for number: TicketNumber, in mailbox: MailboxName, by principal: Principal
    ) async throws(DeskRefusal) -> [TextVariable: String] {
        let ticket = try await storage { () async throws(StoreFailure) -> Ticket? in
            try await store.tickets(numbered: [number], visible: nil).first
        }
        guard let ticket else { throw .notFound(.ticket) }
        let agent = try await storage { () async throws(StoreFailure) -> String in
            try await store.name(of: principal)
        }
        let settings = settings.value
        let values: [TextVariable: String] = [
            .ticketNumber: String(number.value), .ticketSubject: ticket.subject,
            .personName: ticket.requester.name ?? "", .agentName: agent, .serviceName: settings.serviceName,
            .mailboxAddress: settings.mailbox(named: mailbox)?.address.text ?? "",
            .privacyLink: settings.privacyNoticeURL,
        ]
        return values.mapValues { TextSafety.singleLine($0) }
    }

    private func all(_ kind: Wording.Kind) async throws(DeskRefusal) -> [Wording] {
        try await storage { () async throws(StoreFailure) -> [Wording] in try await store.wordings(kind) }
    }

    private func requireSay(
        over kind: Wording.Kind, of mailbox: MailboxName?, by principal: Principal
    ) throws(DeskRefusal) {
        try principal.require(kind == .reply ? .ticketsWrite : .admin)
        if let mailbox {
            guard principal.sees(mailbox) else { throw .notFound(.mailbox) }
        } else if principal.visibleMailboxes != nil {
            throw .invalid(field: "mailbox", expected: "one of your mailboxes")
        }
    }
}
