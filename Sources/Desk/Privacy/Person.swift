package import Foundation
package import Mail

/// Somebody who wrote to us. Address and name are sealed under the person's own key.
package struct Person: Sendable, Equatable {
    package var id: PersonID
    package var address: EmailAddress?
    package var name: String?
    package var firstSeenAt: Date
    package var tickets: [TicketNumber]
    /// By suppression group; a group without an unsubscribe is absent.
    package var suppressions: [String: SuppressionRecord]
    package var isUndeliverable: Bool
    /// What of theirs went to others, oldest first (Art. 15(1)(c)).
    package var disclosures: [Disclosure]
    /// Those that stand.
    package var restrictions: [Restriction]
    /// Of `tickets`, those that only the data protection officer sees.
    package var withheld: Set<TicketNumber>

    package init(
        id: PersonID, address: EmailAddress?, name: String?, firstSeenAt: Date, tickets: [TicketNumber],
        suppressions: [String: SuppressionRecord], isUndeliverable: Bool, disclosures: [Disclosure] = [],
        restrictions: [Restriction] = [], withheld: Set<TicketNumber> = []
    ) {
        self.id = id
        self.address = address
        self.name = name
        self.firstSeenAt = firstSeenAt
        self.tickets = tickets
        self.suppressions = suppressions
        self.isUndeliverable = isUndeliverable
        self.disclosures = disclosures
        self.restrictions = restrictions
        self.withheld = withheld
    }
}
