internal import Desk

/// Tickets in which words were found, whoever may see them.
enum SearchHits: Sendable {
    case any(Set<Int64>, SearchCoverage)
    /// What fits best first.
    case ranked([Int64], SearchCoverage)

    var coverage: SearchCoverage {
        switch self {
        case .any(_, let coverage), .ranked(_, let coverage): coverage
        }
    }
}
