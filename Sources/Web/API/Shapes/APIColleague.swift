import Desk
package import Foundation

/// Somebody else at a ticket: a look in the last minutes, an answer being written. Times are to the minute.
package struct APIColleague: Codable, Sendable, Equatable {
    package var name: String
    @OrNull package var seenAt: Date?
    @OrNull package var draftingSince: Date?
    @OrNull package var draftSavedAt: Date?

    init(_ colleague: Colleague) {
        name = colleague.name
        seenAt = colleague.seenAt
        draftingSince = colleague.draftingSince
        draftSavedAt = colleague.draftSavedAt
    }
}
