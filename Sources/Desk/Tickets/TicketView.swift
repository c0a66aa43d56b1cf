/// One ticket with everything said on it.
package struct TicketView: Sendable {
    package var ticket: Ticket
    package var messages: [TicketMessage]
    /// Tickets that a mail pointed at without the right to join them.
    package var possiblyRelated: [TicketNumber]
    /// Who else is at it.
    package var colleagues: [Colleague] = []

    package init(ticket: Ticket, messages: [TicketMessage], possiblyRelated: [TicketNumber]) {
        self.ticket = ticket
        self.messages = messages
        self.possiblyRelated = possiblyRelated
    }
}
