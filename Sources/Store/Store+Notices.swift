package import Desk

/// The words of privacy notices that were shown.
extension Store {
    package func notice(_ version: String) async throws(StoreFailure) -> String? {
        try await engine.read { session throws(StoreFailure) in
            try session.first(
                "SELECT content FROM notice_version WHERE version = ?", [.text(version)]
            ) { row throws(StoreFailure) in row.text(0) }
        }
    }
}
