/// What a change of many tickets does to each. Nil leaves a thing alone. It never sends mail.
package struct BulkChange: Sendable, Equatable {
    package var status: TicketStatus?
    /// Empty takes the tickets from everybody.
    package var assignee: String?
    package var priority: TicketPriority?
    package var addedTags: [String]
    package var removedTags: [String]

    package init(
        status: TicketStatus? = nil, assignee: String? = nil, priority: TicketPriority? = nil, addedTags: [String] = [],
        removedTags: [String] = []
    ) {
        self.status = status
        self.assignee = assignee
        self.priority = priority
        self.addedTags = addedTags
        self.removedTags = removedTags
    }

    package func validate() throws(DeskRefusal) {
        guard self != BulkChange() else { throw .invalid(field: "change", expected: "at least one thing to change") }
        try TicketChanges(assignee: assignee, tags: addedTags + removedTags).validate()
    }

    /// What it means for one ticket; nil when nothing of it would change, or when its tags would be too many.
    package func changes(of ticket: Ticket) -> TicketChanges? {
        var changes = TicketChanges()
        if let status, status != ticket.status { changes.status = status }
        if let priority, priority != ticket.priority { changes.priority = priority }
        if let assignee, assignee != (ticket.assignee ?? "") { changes.assignee = assignee }
        let kept = ticket.tags.filter { !removedTags.contains($0) }
        let tags = kept + addedTags.filter { !kept.contains($0) }
        if tags != ticket.tags { changes.tags = tags }
        guard tags.count <= Limits.tags else { return nil }
        return changes == TicketChanges() ? nil : changes
    }

    /// Everything it does, in one order: what a preview's digest is made of.
    var words: [String] {
        [status?.rawValue, assignee.map { "=" + $0 }, priority?.rawValue].map { $0 ?? "" } + addedTags + ["\u{0}"]
            + removedTags
    }
}
