package import Foundation

/// The row written when a try ended. Decided by `RetryPolicy`, written by the store.
package enum Settlement: Sendable, Equatable {
    case sent(reply: String)
    case deferred(until: Date, reply: String?)
    case failed(reason: String, reply: String?)
    case suppressed(reason: String)
    /// Fate unknown; tried once more at this time.
    case unknown(retryAt: Date)
    /// Nothing was said about this mail: back to the queue, no attempt counted.
    case released(until: Date)
}
