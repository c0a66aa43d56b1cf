import Desk
package import Foundation

/// A legal hold (Art. 17(3)).
package struct APIHold: Codable, Sendable, Equatable {
    package var id: String
    /// Null once the person was erased.
    @OrNull package var person: String?
    /// Empty when it is not known any more.
    package var matter: String
    /// The letter of Art. 17(3).
    package var ground: String
    package var setAt: Date
    package var setBy: String
    package var reviewOn: String
    @OrNull package var liftedAt: Date?
    @OrNull package var liftedBy: String?

    init(_ hold: LegalHold) {
        id = hold.id.hex
        person = hold.person?.hex
        matter = hold.matter
        ground = hold.ground.rawValue
        setAt = hold.setAt
        setBy = hold.setBy
        reviewOn = hold.reviewOn.text
        liftedAt = hold.liftedAt
        liftedBy = hold.liftedBy
    }
}

package struct APIHolds: Codable, Sendable, Equatable {
    package var holds: [APIHold]
}
