package import Foundation

/// Senders whose mail opens no ticket.
package protocol BlockStore: Sendable {
    /// Idempotent. False when there are as many blocks as there may be.
    func block(_ target: BlockTarget, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
    /// False when there was none.
    func unblock(_ target: BlockTarget, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
    /// Oldest first.
    func blocks() async throws(StoreFailure) -> [Block]
}
