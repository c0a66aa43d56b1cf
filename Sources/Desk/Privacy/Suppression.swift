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
