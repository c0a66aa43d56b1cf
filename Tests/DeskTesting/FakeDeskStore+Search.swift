package import Desk

/// Nothing is kept to be searched: whoever searches looks at everything.
extension FakeDeskStore {
    package func searchCoverage() async -> SearchCoverage { SearchCoverage(state: .complete, percent: 100) }

    package func continueSearch(at now: Duration) async throws(StoreFailure) -> SearchStep { .idle }
}
