/// One ticket with everything said on it, and what stands beside it.
package struct TicketView: Sendable {
    package var ticket: Ticket
    package var messages: [TicketMessage]
    /// Tickets that a mail pointed at without the right to join them, and other open tickets of the same person.
    package var possiblyRelated: [TicketNumber]
    /// Who else is at it.
    package var colleagues: [Colleague] = []
    /// Tickets this one was split from or into, or that it follows because the answer came too late to reopen.
    package var linked: [TicketNumber]
    /// Numbers that lead here.
    package var mergedFrom: [TicketNumber]
    /// Who takes part besides the requester: their mail joins.
    package var participants: [PersonSummary]
    /// What of it went to others.
    package var disclosures: [Disclosure]

    package init(
        ticket: Ticket, messages: [TicketMessage], possiblyRelated: [TicketNumber] = [], linked: [TicketNumber] = [],
        mergedFrom: [TicketNumber] = [], participants: [PersonSummary] = [],
        disclosures: [Disclosure] = []
    ) {
        self.ticket = ticket
        self.messages = messages
        self.possiblyRelated = possiblyRelated
        self.linked = linked
        self.mergedFrom = mergedFrom
        self.participants = participants
        self.disclosures = disclosures
    }
}
