/// Texts that are used again, as the store keeps them.
package protocol WordingStore: Sendable {
    /// By name, then mailbox.
    func wordings(_ kind: Wording.Kind) async throws(StoreFailure) -> [Wording]
    /// In place of another of the same kind, name and mailbox. False when there are as many as there may be.
    func saveWording(_ wording: Wording) async throws(StoreFailure) -> Bool
    /// False when there was none of that id.
    func removeWording(_ id: WordingID) async throws(StoreFailure) -> Bool
}
