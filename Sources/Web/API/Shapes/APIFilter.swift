import Desk

/// Criteria under a name.
package struct APIFilter: Codable, Sendable, Equatable {
    package var id: String
    package var name: String
    /// Of the caller alone, not of the whole desk.
    package var own: Bool
    package var criteria: CriteriaBody

    init(_ filter: SavedFilter) {
        id = filter.id.hex
        name = filter.name.value
        own = filter.owner != nil
        criteria = CriteriaBody(filter.criteria)
    }
}

package struct APIFilters: Codable, Sendable, Equatable {
    package var filters: [APIFilter]
}
