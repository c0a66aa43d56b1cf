package import Foundation

/// What people who write slowly ask of the store.
package protocol DraftStore: Sendable {
    /// The name by which colleagues know a principal: a role, or the label of a token.
    func name(of principal: Principal) async throws(StoreFailure) -> String
    func version(ofTicket number: TicketNumber) async throws(StoreFailure) -> Int64?
    /// Writes the author's draft, new or anew. nil when there is no such ticket. Drafts nobody touched for
    /// `Limits.draftKept` go on the way.
    func saveDraft(
        _ text: String, on number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Draft?
    /// Every draft on a ticket, oldest first. One that cannot be opened any more is left out.
    func drafts(on number: TicketNumber) async throws(StoreFailure) -> [Draft]
    /// False when there was none.
    func removeDraft(on number: TicketNumber, by author: Principal) async throws(StoreFailure) -> Bool
}
