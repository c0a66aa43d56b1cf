/// What those who look at the same tickets every day ask of the store.
package protocol FilterStore: Sendable {
    /// The whole desk's and this principal's own, by name.
    func filters(for principal: Principal) async throws(StoreFailure) -> [SavedFilter]
    /// One name names one filter of the desk and one of each owner.
    func addFilter(_ filter: SavedFilter) async throws(StoreFailure) -> AddingOutcome
    /// Removes one of the desk's or of this principal's own. False when there is none of that id.
    func removeFilter(_ id: SavedFilterID, by principal: Principal) async throws(StoreFailure) -> Bool
}

package enum AddingOutcome: Sendable, Equatable {
    case added
    case nameTaken
    /// There are as many as there may be.
    case full
}
