import Desk
package import Foundation

/// A program that is told what happens.
package struct APIWebhook: Codable, Sendable, Equatable {
    package var id: String
    package var url: String
    package var events: [String]
    package var createdAt: Date
    /// `well`, `failing` or `disabled`.
    package var state: String
    @OrNull package var failingSince: Date?
    @OrNull package var lastFailure: String?
    package var waiting: Int
    /// Only in the answer that made it.
    package var secret: String?

    init(_ hook: Webhook, secret: String? = nil) {
        id = hook.id.hex
        url = hook.url.text
        events = hook.topics.map(\.rawValue).sorted()
        createdAt = hook.createdAt
        state = hook.isDisabled ? "disabled" : hook.failingSince == nil ? "well" : "failing"
        failingSince = hook.failingSince
        lastFailure = hook.lastFailure
        waiting = hook.waiting
        self.secret = secret
    }
}

package struct APIWebhooks: Codable, Sendable, Equatable {
    package var webhooks: [APIWebhook]
}
