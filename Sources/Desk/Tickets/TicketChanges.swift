/// What a PATCH may change. Nil leaves a thing alone; an empty assignee takes the ticket from everybody.
package struct TicketChanges: Sendable, Equatable {
    package var status: TicketStatus?
    package var assignee: String?
    package var tags: [String]?

    package init(status: TicketStatus? = nil, assignee: String? = nil, tags: [String]? = nil) {
        self.status = status
        self.assignee = assignee
        self.tags = tags
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

/// Which tickets a list shows, newest change first.
package struct TicketFilter: Sendable, Equatable {
    package var status: TicketStatus?
    package var mailbox: MailboxName?
    /// What the principal may see at all; nil is everything.
    package var visible: Set<MailboxName>?
    /// Words to be found in subject and texts, by decrypting in memory; nil is no search.
    package var text: String?
    package var after: PageKey?
    package var limit: Int

    package init(
        status: TicketStatus? = nil, mailbox: MailboxName? = nil, visible: Set<MailboxName>? = nil,
        text: String? = nil, after: PageKey? = nil, limit: Int = Limits.pageLength
    ) {
        self.status = status
        self.mailbox = mailbox
        self.visible = visible
        self.text = text
        self.after = after
        self.limit = limit
    }
}

/// Where a page ended: keyset pagination, so that a page is as cheap at the end as at the start.
package struct PageKey: Sendable, Equatable {
    package var updatedAt: Int64
    package var number: Int64

    package init(updatedAt: Int64, number: Int64) {
        self.updatedAt = updatedAt
        self.number = number
    }

    package var text: String { "\(updatedAt).\(number)" }

    package init?(text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let updatedAt = Int64(parts[0]), let number = Int64(parts[1]) else { return nil }
        self.init(updatedAt: updatedAt, number: number)
    }
}

package struct TicketPage: Sendable {
    package var tickets: [Ticket]
    package var next: PageKey?

    package init(tickets: [Ticket], next: PageKey?) {
        self.tickets = tickets
        self.next = next
    }
}

package struct TicketView: Sendable {
    package var ticket: Ticket
    package var messages: [TicketMessage]
    /// Tickets that a mail pointed at without the right to join them.
    package var possiblyRelated: [TicketNumber]

    package init(ticket: Ticket, messages: [TicketMessage], possiblyRelated: [TicketNumber]) {
        self.ticket = ticket
        self.messages = messages
        self.possiblyRelated = possiblyRelated
    }
}
