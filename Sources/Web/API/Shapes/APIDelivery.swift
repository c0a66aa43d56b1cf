import Desk
import Mail

/// One recipient of a message and what became of it.
package struct APIDelivery: Codable, Sendable, Equatable {
    /// The id of its entry in the outbox.
    package var entry: String
    @OrNull package var to: String?
    /// `queued`, `sending`, `sent`, `delayed`, `deferred`, `failed`, `suppressed`, `withdrawn` or `unknown`.
    package var state: String
    @OrNull package var reason: String?
    package var attempts: Int
    @OrNull package var lastReply: String?

    init(_ delivery: Delivery) {
        entry = delivery.entry.hex
        to = delivery.to?.text
        state = delivery.state.publicName
        reason = delivery.reason
        attempts = delivery.attempts
        lastReply = delivery.lastReply
    }
}
