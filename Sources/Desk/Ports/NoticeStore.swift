/// Which words of the privacy notice were shown.
package protocol NoticeStore: Sendable {
    /// The words of a version that was shown to somebody.
    func notice(_ version: String) async throws(StoreFailure) -> String?
}
