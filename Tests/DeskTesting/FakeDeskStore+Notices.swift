package import Desk

/// The words of privacy notices that were shown: this desk keeps none.
extension FakeDeskStore {
    package func notice(_ version: String) async throws(StoreFailure) -> String? { try read { _ in nil } }
}
