/// How what was found is ordered.
package enum SearchOrder: String, Sendable, CaseIterable {
    /// Newest change first, as every list is.
    case newest
    /// What fits the words best first. There is one page of it: a place in it has no key that lasts.
    case relevance
}
