import Vault

/// Changing many tickets at once, after a look at which.
extension Helpdesk {
    /// What a change would do. Writes nothing.
    package func previewBulk(
        of selection: BulkSelection, by change: BulkChange, as principal: Principal
    ) async throws(DeskRefusal) -> BulkPreview {
        try principal.require(.ticketsWrite)
        try change.validate()
        let (tickets, missing) = try await tickets(of: selection, for: principal)
        try await requireAssignee(change.assignee, lookingAfter: Set(tickets.map(\.mailbox)))
        let items = tickets.filter { change.changes(of: $0) != nil }.map {
            BulkItem(number: $0.number, version: $0.version)
        }
        return BulkPreview(
            items: items, unchanged: tickets.count - items.count, missing: missing,
            digest: digest(of: items, change, principal))
    }

    /// Does what was previewed, and nothing else: the digest binds tickets, versions, change and caller. A ticket that
    /// changed since is left alone and named. No mail is sent.
    package func bulkChange(
        _ items: [BulkItem], by change: BulkChange, digest: String, as principal: Principal
    ) async throws(DeskRefusal) -> BulkOutcome {
        try principal.require(.ticketsWrite)
        try change.validate()
        guard items.count <= Limits.bulkTickets else {
            throw .invalid(field: "items", expected: "at most \(Limits.bulkTickets) tickets")
        }
        guard digest == self.digest(of: items, change, principal) else {
            throw .invalid(
                field: "digest", expected: "the digest of your own preview of these tickets and this change")
        }
        return try await storage { () async throws(StoreFailure) -> BulkOutcome in
            try await store.change(
                items, by: change, visible: sight(of: principal), author: principal, now: world.now())
        }
    }

    private func requireAssignee(
        _ text: String?, lookingAfter mailboxes: Set<MailboxName>
    ) async throws(DeskRefusal) {
        guard let text, !text.isEmpty else { return }
        let agents = try await storage { () async throws(StoreFailure) -> [Agent] in try await store.agents() }
        // On a desk without agents any word will do.
        guard !agents.isEmpty else { return }
        let mine = agents.filter { $0.answers(to: text) }
        guard mailboxes.allSatisfy({ mailbox in mine.contains { $0.looksAfter(mailbox) } }) else {
            throw .invalid(
                field: "assignee",
                expected: "the name, address or id of an agent who looks after every mailbox of these tickets")
        }
    }

    private func tickets(
        of selection: BulkSelection, for principal: Principal
    ) async throws(DeskRefusal) -> (tickets: [Ticket], missing: [TicketNumber]) {
        switch selection {
        case .numbers(let numbers):
            guard numbers.count <= Limits.bulkTickets else { throw Self.tooMany("numbers") }
            var seen: Set<TicketNumber> = []
            let wanted = numbers.filter { seen.insert($0).inserted }
            let tickets = try await storage { () async throws(StoreFailure) -> [Ticket] in
                try await store.tickets(numbered: wanted, visible: sight(of: principal))
            }
            // A number that became part of another ticket is not there any more: what is changed was named itself.
            let named = tickets.filter { seen.remove($0.number) != nil }
            return (named, wanted.filter { seen.contains($0) })
        case .criteria(let criteria):
            try criteria.validate()
            var tickets: [Ticket] = []
            var filter = TicketFilter(criteria, visible: sight(of: principal), limit: Limits.pageLengthMaximum)
            repeat {
                let asked = filter
                let page = try await storage { () async throws(StoreFailure) -> TicketPage in
                    try await store.tickets(asked)
                }
                tickets += page.tickets
                filter.after = page.next
                guard tickets.count <= Limits.bulkTickets else { throw Self.tooMany("criteria") }
            } while filter.after != nil
            return (tickets, [])
        }
    }

    private static func tooMany(_ field: String) -> DeskRefusal {
        .invalid(field: field, expected: "a selection of at most \(Limits.bulkTickets) tickets; narrow it")
    }

    private func digest(of items: [BulkItem], _ change: BulkChange, _ principal: Principal) -> String {
        let words = [principal.auditName] + change.words + items.map { "\($0.number.value):\($0.version)" }
        // Each with its length before it, so that no two lists read the same.
        let text = words.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")
        return Hex.encode(keys.capabilityHash(Array(text.utf8), label: "bulk"))
    }
}
