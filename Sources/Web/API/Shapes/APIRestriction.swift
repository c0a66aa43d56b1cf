import Desk
package import Foundation

/// Why what is kept of a person is withheld, and whether its end was announced.
package struct APIRestriction: Codable, Sendable, Equatable {
    /// The mail that says that it will end.
    package struct Notice: Codable, Sendable, Equatable {
        package var entry: String
        package var queuedAt: Date
        package var state: String
    }

    package var person: String
    /// The letter of Art. 18(1), `hold` or `erasure`.
    package var ground: String
    package var since: Date
    package var author: String
    @OrNull package var notice: Notice?

    init(_ restriction: Restriction) {
        person = restriction.person.hex
        ground = restriction.ground.rawValue
        since = restriction.since
        author = restriction.author
        notice = restriction.notice.map {
            Notice(entry: $0.entry.hex, queuedAt: $0.queuedAt, state: $0.state.publicName)
        }
    }
}

package struct APIRestrictions: Codable, Sendable, Equatable {
    package var restrictions: [APIRestriction]
}
