package import Foundation

/// What double opt-in asks of the store. Each verb is durable when it returns.
package protocol OptInStore: Sendable {
    /// Writes a wish down and looks nothing up. False when too many wait.
    func queueOptIn(_ optIn: OptIn) async throws(StoreFailure) -> Bool
    /// Queues the mails of the oldest that wait, as far as the budget of P15 reaches; the others are forgotten.
    func sendOptIns(limit: Int, dispatch: Dispatch) async throws(StoreFailure) -> OptInSendings
    /// What the link with this hash is about. Reads only; nil when there is none or its time is over.
    func optIn(withToken hash: [UInt8], now: Date) async throws(StoreFailure) -> OptIn?
    /// Makes the wish true, once; a second time changes nothing and answers the same.
    func confirmOptIn(withToken hash: [UInt8], now: Date) async throws(StoreFailure) -> OptIn?
    /// Forgets those whose time is over, with their keys and their mails. Answers how many.
    func expireOptIns(now: Date, limit: Int) async throws(StoreFailure) -> Int
}

package struct OptInSendings: Sendable, Equatable {
    package var sent: Int
    /// Nobody is written to: the budget is spent, or nothing can be composed.
    package var forgotten: Int

    package init(sent: Int = 0, forgotten: Int = 0) {
        self.sent = sent
        self.forgotten = forgotten
    }
}
