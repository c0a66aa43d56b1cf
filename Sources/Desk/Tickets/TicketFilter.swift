/// Which tickets a list shows, newest change first, and which page of them.
@dynamicMemberLookup
package struct TicketFilter: Sendable, Equatable {
    package var criteria: TicketCriteria
    /// What the principal may see at all; nil is everything.
    package var visible: MailboxSight?
    /// Words to be found in subject and texts; nil is no search. Each has to stand somewhere in the ticket, as a word
    /// or at the beginning of one; between quotation marks they stand together.
    package var text: String?
    package var order: SearchOrder
    package var after: PageKey?
    package var limit: Int

    package init(
        _ criteria: TicketCriteria, visible: MailboxSight? = nil, text: String? = nil,
        order: SearchOrder = .newest, after: PageKey? = nil, limit: Int = Limits.pageLength
    ) {
        self.criteria = criteria
        self.visible = visible
        self.text = text
        self.order = order
        self.after = after
        self.limit = limit
    }

    package init(
        status: TicketStatus? = nil, mailbox: MailboxName? = nil, priority: TicketPriority? = nil,
        snoozing: Snoozing? = nil, visible: MailboxSight? = nil, text: String? = nil,
        order: SearchOrder = .newest, after: PageKey? = nil, limit: Int = Limits.pageLength
    ) {
        self.init(
            TicketCriteria(status: status, mailbox: mailbox, priority: priority, snoozing: snoozing),
            visible: visible, text: text, order: order, after: after, limit: limit)
    }

    package subscript<Value>(dynamicMember path: WritableKeyPath<TicketCriteria, Value>) -> Value {
        get { criteria[keyPath: path] }
        set { criteria[keyPath: path] = newValue }
    }
}
