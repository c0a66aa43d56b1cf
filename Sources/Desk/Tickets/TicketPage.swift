/// One page of a list, and where the next begins.
package struct TicketPage: Sendable {
    package var tickets: [Ticket]
    package var next: PageKey?

    package init(tickets: [Ticket], next: PageKey?) {
        self.tickets = tickets
        self.next = next
    }
}
