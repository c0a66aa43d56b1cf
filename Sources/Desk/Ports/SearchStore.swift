/// The words that are searched: kept in memory, never on a disk (privacy.md, Search).
package protocol SearchStore: Sendable {
    func searchCoverage() async -> SearchCoverage
    /// One short piece of work: what changed first, then what was not read yet, then what was deleted is wiped.
    /// `now` is monotonic.
    func continueSearch(at now: Duration) async throws(StoreFailure) -> SearchStep
}
