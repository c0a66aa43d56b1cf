package import Foundation

/// How much of the desk a search for words sees.
package struct SearchCoverage: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        /// No memory was given to it.
        case off
        /// It goes from the newest ticket to the oldest and is under way.
        case filling
        /// The memory given to it holds no more.
        case partial
        case complete
    }

    package var state: State
    /// Tickets that did not change since may be missing; nil when nothing is, and when nothing is there yet.
    package var reaches: Date?
    /// How far the filling is.
    package var percent: Int
    /// What it takes of the memory.
    package var bytes: Int

    package init(state: State, reaches: Date? = nil, percent: Int = 0, bytes: Int = 0) {
        self.state = state
        self.reaches = reaches
        self.percent = percent
        self.bytes = bytes
    }

    package var isComplete: Bool { state == .complete }

    package static let off = SearchCoverage(state: .off)
}
