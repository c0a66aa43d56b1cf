/// What a PATCH may change. Nil leaves a thing alone; an empty assignee takes the ticket from everybody.
///
/// The assignee is an agent by name, address or id. On a desk that never had an agent it is any word.
package struct TicketChanges: Sendable, Equatable {
    package var status: TicketStatus?
    package var assignee: String?
    package var tags: [String]?
    package var priority: TicketPriority?
    /// All of them: a label that is not among them goes.
    package var labels: [PrivacyLabel]?

    package init(
        status: TicketStatus? = nil, assignee: String? = nil, tags: [String]? = nil, priority: TicketPriority? = nil,
        labels: [PrivacyLabel]? = nil
    ) {
        self.status = status
        self.assignee = assignee
        self.tags = tags
        self.priority = priority
        self.labels = labels
    }

    /// Refuses what cannot be shown in one line.
    package func validate() throws(DeskRefusal) {
        if let assignee, assignee.utf8.count > Limits.assigneeBytes || !assignee.isOneLine {
            throw .invalid(field: "assignee", expected: "one line of at most \(Limits.assigneeBytes) bytes")
        }
        if let tags {
            let fine =
                tags.count <= Limits.tags
                && tags.allSatisfy { !$0.isEmpty && $0.utf8.count <= Limits.tagBytes && $0.isOneLine }
            if !fine {
                throw .invalid(
                    field: "tags", expected: "at most \(Limits.tags) tags, one line of 1–\(Limits.tagBytes) bytes each")
            }
        }
    }
}

extension String {
    /// No control characters, so that one value stays one line in every sink.
    package var isOneLine: Bool { unicodeScalars.allSatisfy(\.isOneLine) }
}

extension Unicode.Scalar {
    /// Not of C0, DEL or C1 (U+0085 is a line end), and not one of the two separators of Unicode.
    var isOneLine: Bool {
        value >= 0x20 && !(0x7F...0x9F).contains(value) && value != 0x2028 && value != 0x2029
    }
}
