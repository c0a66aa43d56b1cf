package import Foundation

/// One person's wish not to be written to, in one group of mailboxes. Survives erasure: it holds a keyed hash only.
package struct Suppression: Sendable, Equatable {
    /// Keyed hash of group and normalised address (gdpr.md A7.5), 20 bytes.
    package var hash: [UInt8]
    package var keyVersion: UInt8
    package var scope: UnsubscribeScope
    /// The ticket of `UnsubscribeScope.ticket` and `.dropRequest`.
    package var ticket: TicketNumber?
    package var at: Date
    package var source: Source

    package enum Source: String, Sendable {
        case oneClick = "one-click"
        case page
        case mail
        case agent
        case complaint
    }

    package init(
        hash: [UInt8], keyVersion: UInt8, scope: UnsubscribeScope, ticket: TicketNumber?, at: Date, source: Source
    ) {
        self.hash = hash
        self.keyVersion = keyVersion
        self.scope = scope
        self.ticket = ticket
        self.at = at
        self.source = source
    }
}

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

/// The text a suppression hash is made of: groups do not share unsubscribes, the default group is the plain address.
package enum SuppressionIdentity {
    package static func text(address normalized: String, group: String) -> String {
        group == "default" ? normalized : group + "\u{0}" + normalized
    }
}
