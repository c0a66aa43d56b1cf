package import Foundation

/// What the notices of new mail ask of the store. The intake notes news in the transaction that takes a mail in; an
/// archive is none.
package protocol NewsStore: Sendable {
    /// What staff were not told of yet, by ticket number.
    func news(limit: Int) async throws(StoreFailure) -> [TicketNews]
    /// Takes out what was told, message for message: what came meanwhile stays. Remembers when.
    func settle(_ news: [TicketNews], now: Date) async throws(StoreFailure)
    /// When news was last settled.
    func newsSettledAt() async throws(StoreFailure) -> Date?
}
