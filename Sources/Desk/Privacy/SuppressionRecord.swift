package import Foundation

/// What a suppression list says about one address.
package struct SuppressionRecord: Sendable, Equatable {
    package var scope: UnsubscribeScope
    /// Tickets muted or dropped one by one, besides `scope`.
    package var tickets: [TicketNumber: UnsubscribeScope]
    package var since: Date

    package init(scope: UnsubscribeScope, tickets: [TicketNumber: UnsubscribeScope], since: Date) {
        self.scope = scope
        self.tickets = tickets
        self.since = since
    }

    /// Whether a mail of this class about this ticket is covered.
    package func covers(_ mailClass: MailClass, ticket: TicketNumber?) -> Bool {
        if scope.covers(mailClass, sameTicket: false) { return true }
        guard let ticket, let narrower = tickets[ticket] else { return false }
        return narrower.covers(mailClass, sameTicket: true)
    }

    package func drops(_ ticket: TicketNumber?) -> Bool {
        guard let ticket, let narrower = tickets[ticket] else { return false }
        return narrower.contains(.dropRequest)
    }
}
