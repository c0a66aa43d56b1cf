package import Desk
internal import Synchronization

/// Searching for words: an index in memory, filled while the desk works.
extension Store {
    /// From now on words can be searched, within so many bytes; fewer than a few pages are none.
    package func openSearch(memoryLimit: Int) async throws(StoreFailure) {
        guard memoryLimit >= Limits.searchLeastBytes else { return }
        let watch = TicketWatch()
        // Watched from before anything is read, so that nothing falls between.
        try await engine.watch(watch)
        let index = try SearchIndex(engine: engine, sealer: sealer, watch: watch, limit: memoryLimit)
        index.expect(
            try await engine.read { session throws(StoreFailure) in
                try session.first("SELECT COUNT(*) FROM ticket WHERE merged_into IS NULL", []) {
                    row throws(StoreFailure) in Int(clamping: row.integer(0))
                } ?? 0
            })
        search.withLock { $0 = index }
    }

    package func searchCoverage() async -> SearchCoverage {
        search.withLock { $0 }?.coverage ?? .off
    }

    package func continueSearch(at now: Duration) async throws(StoreFailure) -> SearchStep {
        guard let index = search.withLock({ $0 }) else { return .off }
        return try await index.step(at: now)
    }

    /// Returns when nothing is found any more of what a transaction before removed.
    func settleSearch() async throws(StoreFailure) {
        try await search.withLock { $0 }?.settle()
    }

    /// nil when no words are looked for.
    func hits(_ filter: TicketFilter) async throws(StoreFailure) -> SearchHits? {
        guard let text = filter.text else { return nil }
        let query = SearchQuery(text)
        guard let index = search.withLock({ $0 }) else { return .any([], .off) }
        return try await index.find(query, in: filter.order)
    }
}
