package import Foundation

/// Somebody else who is at a ticket: looked at it in the last minutes, or is writing an answer.
package struct Colleague: Sendable, Equatable {
    package var name: String
    /// The last look, when it was lately.
    package var seenAt: Date?
    /// Since when an answer is being written, and when it was last saved.
    package var draftingSince: Date?
    package var draftSavedAt: Date?

    package init(name: String, seenAt: Date? = nil, draftingSince: Date? = nil, draftSavedAt: Date? = nil) {
        self.name = name
        self.seenAt = seenAt
        self.draftingSince = draftingSince
        self.draftSavedAt = draftSavedAt
    }
}
