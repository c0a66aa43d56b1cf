import Desk
package import Foundation
import Mail

/// Somebody who wrote to us, as the API shows them.
package struct APIPerson: Codable, Sendable, Equatable {
    package struct Suppression: Codable, Sendable, Equatable {
        /// The group of mailboxes it holds for.
        package var group: String
        package var since: Date
        /// Of `ticket`, `automatic`, `marketing`, `drop-request`; all of the first three is everything.
        package var scope: [String]
        /// Tickets muted or dropped one by one.
        package var tickets: [Int64]

        init(group: String, _ record: SuppressionRecord) {
            self.group = group
            since = record.since
            scope = Self.words(of: record.scope)
            tickets = record.tickets.keys.map(\.value).sorted()
        }

        private static func words(of scope: UnsubscribeScope) -> [String] {
            let names: [(UnsubscribeScope, String)] = [
                (.ticket, "ticket"), (.automatic, "automatic"), (.marketing, "marketing"),
                (.dropRequest, "drop-request"),
            ]
            return names.filter { scope.contains($0.0) }.map(\.1)
        }
    }

    package var id: String
    @OrNull package var address: String?
    @OrNull package var name: String?
    package var firstSeenAt: Date
    package var tickets: [Int64]
    package var suppressions: [Suppression]
    package var undeliverable: Bool
    /// What of theirs went to others.
    package var disclosures: [APIDisclosure]
    /// Why what was kept before is withheld.
    package var restrictions: [APIRestriction]
    /// Tickets that only the data protection officer sees; empty for everybody else.
    package var withheld: [Int64]

    init(_ person: Person) {
        id = person.id.hex
        address = person.address?.text
        name = person.name
        firstSeenAt = person.firstSeenAt
        tickets = person.tickets.map(\.value)
        suppressions = person.suppressions.sorted { $0.key < $1.key }.map { Suppression(group: $0.key, $0.value) }
        undeliverable = person.isUndeliverable
        disclosures = person.disclosures.map { APIDisclosure($0) }
        restrictions = person.restrictions.map { APIRestriction($0) }
        withheld = person.withheld.map(\.value).sorted()
    }
}

/// The people an address belongs to: none or one.
package struct APIPeople: Codable, Sendable, Equatable {
    package var people: [APIPerson]
}
