package import Foundation
package import Mail

/// What is kept about a person, in numbers, for the first page of the portal.
package struct PortalOverview: Sendable, Equatable {
    package var address: EmailAddress?
    package var name: String?
    package var firstSeenAt: Date
    package var conversations: Int
    /// What the person wrote, and what we wrote to them.
    package var messages: Int
    package var answers: Int
    package var attachments: Int
    /// How often something of theirs went to somebody outside.
    package var disclosures: Int

    package init(
        address: EmailAddress?, name: String?, firstSeenAt: Date, conversations: Int, messages: Int, answers: Int,
        attachments: Int, disclosures: Int
    ) {
        self.address = address
        self.name = name
        self.firstSeenAt = firstSeenAt
        self.conversations = conversations
        self.messages = messages
        self.answers = answers
        self.attachments = attachments
        self.disclosures = disclosures
    }
}
