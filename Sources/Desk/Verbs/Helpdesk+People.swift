package import Mail

/// Looking people up. A person without a ticket in a mailbox the principal sees does not exist for it.
extension Helpdesk {
    package func people(
        withAddress address: EmailAddress, as principal: Principal
    ) async throws(DeskRefusal) -> [Person] {
        try principal.require(.peopleRead)
        let person = try await storage { () async throws(StoreFailure) -> Person? in
            try await store.person(withAddress: address)
        }
        guard let person, let seen = try await sight(of: person, by: principal) else { return [] }
        return [seen]
    }

    package func person(_ id: PersonID, as principal: Principal) async throws(DeskRefusal) -> Person {
        try principal.require(.peopleRead)
        return try await requireSight(of: id, by: principal)
    }

    func requireSight(of id: PersonID, by principal: Principal) async throws(DeskRefusal) -> Person {
        let person = try await storage { () async throws(StoreFailure) -> Person? in try await store.person(id) }
        guard let person, let seen = try await sight(of: person, by: principal) else { throw .notFound(.person) }
        return seen
    }

    /// The person with the tickets this principal may see; nil when it may see some mailboxes only and none has one.
    private func sight(of person: Person, by principal: Principal) async throws(DeskRefusal) -> Person? {
        var seen = person
        if !principal.has(.dpo) {
            seen.tickets.removeAll(where: person.withheld.contains)
            seen.disclosures.removeAll { person.withheld.contains($0.ticket) }
            seen.withheld = []
        }
        guard sight(of: principal) != nil else { return seen }
        let tickets = seen.tickets
        seen.tickets = []
        for number in tickets {
            let mailbox = try await storage { () async throws(StoreFailure) -> MailboxName? in
                try await store.mailbox(ofTicket: number)
            }
            if let mailbox, sees(mailbox, by: principal) { seen.tickets.append(number) }
        }
        seen.disclosures.removeAll { !seen.tickets.contains($0.ticket) }
        // Who sees every queue but the officer's knows people without a ticket, too.
        let isUnseen = principal.visibleMailboxes != nil || !tickets.isEmpty
        return seen.tickets.isEmpty && isUnseen ? nil : seen
    }
}
