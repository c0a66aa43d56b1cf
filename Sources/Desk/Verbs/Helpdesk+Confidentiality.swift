import Mail

/// Which mailboxes a reader sees: not the data protection officer's, unless it is the officer (Art. 38(5)).
///
/// A mailbox is the officer's by its setting `confidential`. Whoever writes the configuration can take that away, and
/// whoever holds the root key can read anything: this keeps staff apart, not the machine's owner.
extension Helpdesk {
    func sees(_ mailbox: MailboxName, by principal: Principal) -> Bool {
        principal.sees(mailbox) && (principal.has(.dpo) || !confidentialMailboxes.contains(mailbox))
    }

    /// nil is every mailbox.
    func sight(of principal: Principal) -> MailboxSight? {
        let confidential = principal.has(.dpo) ? [] : confidentialMailboxes
        if let own = principal.visibleMailboxes { return .only(own.subtracting(confidential)) }
        return confidential.isEmpty ? nil : .allBut(confidential)
    }

    /// The officer, who writes in no other queue, writes in this one.
    func requireWriting(on number: TicketNumber, by principal: Principal) async throws(DeskRefusal) {
        if !principal.has(.ticketsWrite) {
            guard principal.has(.dpo), !confidentialMailboxes.isEmpty else { throw .forbidden(.ticketsWrite) }
            let mailbox = try await storage { () async throws(StoreFailure) -> MailboxName? in
                try await store.mailbox(ofTicket: number)
            }
            guard let mailbox, confidentialMailboxes.contains(mailbox) else { throw .forbidden(.ticketsWrite) }
        }
        try await requireSight(of: number, by: principal)
    }

    /// What was said to the officer is in a person's export only where the officer or the person makes it.
    func requireSightOfWhole(_ id: PersonID, by principal: Principal) async throws(DeskRefusal) {
        guard !principal.has(.dpo), !principal.isPerson(id), principal != .daemon, !confidentialMailboxes.isEmpty
        else { return }
        let person = try await storage { () async throws(StoreFailure) -> Person? in try await store.person(id) }
        for number in person?.tickets ?? [] {
            let mailbox = try await storage { () async throws(StoreFailure) -> MailboxName? in
                try await store.mailbox(ofTicket: number)
            }
            if let mailbox, confidentialMailboxes.contains(mailbox) { throw .forbidden(.dpo) }
        }
    }

    var confidentialMailboxes: Set<MailboxName> {
        Set(settings.value.mailboxes.filter(\.isConfidential).map(\.name))
    }
}
