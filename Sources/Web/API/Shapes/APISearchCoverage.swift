import Desk
package import Foundation

/// How much of the desk a search for words sees.
package struct APISearchCoverage: Codable, Sendable, Equatable {
    package var complete: Bool
    package var state: String
    /// Tickets that did not change since may be missing; null when nothing is, and when nothing is there yet.
    @OrNull package var reaches: Date?
    /// How far the filling is.
    package var percent: Int
    /// What it takes of the memory.
    package var bytes: Int

    init(_ coverage: SearchCoverage) {
        complete = coverage.isComplete
        state = coverage.state.rawValue
        reaches = coverage.reaches
        percent = coverage.percent
        bytes = coverage.bytes
    }
}
