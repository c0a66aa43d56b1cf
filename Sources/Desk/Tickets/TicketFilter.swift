/// Which tickets a list shows, newest change first.
package struct TicketFilter: Sendable, Equatable {
    package var status: TicketStatus?
    package var mailbox: MailboxName?
    package var priority: TicketPriority?
    /// What is put off to later is not shown unless asked for.
    package var snoozing: Snoozing
    /// What the principal may see at all; nil is everything.
    package var visible: Set<MailboxName>?
    /// Words to be found in subject and texts, by decrypting in memory; nil is no search.
    package var text: String?
    package var after: PageKey?
    package var limit: Int

    package init(
        status: TicketStatus? = nil, mailbox: MailboxName? = nil, priority: TicketPriority? = nil,
        snoozing: Snoozing = .hide,
        visible: Set<MailboxName>? = nil, text: String? = nil, after: PageKey? = nil, limit: Int = Limits.pageLength
    ) {
        self.status = status
        self.mailbox = mailbox
        self.priority = priority
        self.snoozing = snoozing
        self.visible = visible
        self.text = text
        self.after = after
        self.limit = limit
    }
}
