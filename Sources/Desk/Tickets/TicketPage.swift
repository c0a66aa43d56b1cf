/// One page of a list, and where the next begins.
package struct TicketPage: Sendable {
    package var tickets: [Ticket]
    package var next: PageKey?
    /// How much was searched; nil when no words were looked for.
    package var coverage: SearchCoverage?

    package init(tickets: [Ticket], next: PageKey?, coverage: SearchCoverage? = nil) {
        self.tickets = tickets
        self.next = next
        self.coverage = coverage
    }
}
