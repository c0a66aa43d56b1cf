package import Foundation

/// Another program that wants to know. It is told ids, and asks the API for the rest with a token of its own.
package struct Webhook: Sendable, Equatable {
    package var id: WebhookID
    package var url: WebhookURL
    package var topics: Set<WebhookTopic>
    package var createdAt: Date
    /// Since when nothing could be delivered; nil while all is well.
    package var failingSince: Date?
    /// The last answer that was not 2xx, or what kept it from coming; words and codes of ours.
    package var lastFailure: String?
    /// Given up, or never wanted again until an admin enables it.
    package var isDisabled: Bool
    /// Events that wait.
    package var waiting: Int

    package init(
        id: WebhookID, url: WebhookURL, topics: Set<WebhookTopic>, createdAt: Date, failingSince: Date? = nil,
        lastFailure: String? = nil, isDisabled: Bool = false, waiting: Int = 0
    ) {
        self.id = id
        self.url = url
        self.topics = topics
        self.createdAt = createdAt
        self.failingSince = failingSince
        self.lastFailure = lastFailure
        self.isDisabled = isDisabled
        self.waiting = waiting
    }
}

package enum WebhookKind: Sendable {}
package typealias WebhookID = Identifier<WebhookKind>
