package import Foundation

/// What a hold's id is an id of.
package enum LegalHoldKind: Sendable {}
package typealias LegalHoldID = Identifier<LegalHoldKind>

/// That what is kept of a person must not be destroyed yet, for a claim or because a law says so (Art. 17(3)(b), (e)).
/// While it stands an erasure becomes a restriction, and no period deletes anything of theirs.
package struct LegalHold: Sendable, Equatable {
    package enum Ground: String, Sendable, CaseIterable {
        /// A law demands that it is kept.
        case legalObligation = "b"
        /// It is needed to establish, exercise or defend a claim.
        case legalClaims = "e"

        package var article: String { "17(3)(\(rawValue))" }
    }

    package var id: LegalHoldID
    /// nil once the person was erased.
    package var person: PersonID?
    /// What it is about, in words of ours. Empty when it is not known any more: after an erasure, or in a desk that was
    /// restored from before the hold.
    package var matter: String
    package var ground: Ground
    /// To the minute.
    package var setAt: Date
    package var setBy: String
    /// The day on which somebody has to look at it again.
    package var reviewOn: CalendarDay
    package var liftedAt: Date?
    package var liftedBy: String?

    package init(
        id: LegalHoldID, person: PersonID?, matter: String, ground: Ground, setAt: Date, setBy: String,
        reviewOn: CalendarDay, liftedAt: Date? = nil, liftedBy: String? = nil
    ) {
        self.id = id
        self.person = person
        self.matter = matter
        self.ground = ground
        self.setAt = setAt
        self.setBy = setBy
        self.reviewOn = reviewOn
        self.liftedAt = liftedAt
        self.liftedBy = liftedBy
    }

    package var isStanding: Bool { liftedAt == nil }
}
