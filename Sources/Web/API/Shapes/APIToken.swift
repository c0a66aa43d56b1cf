import Desk
package import Foundation

/// An API token as it is listed. `secret` is there once, in the answer that made it.
package struct APIToken: Codable, Sendable, Equatable {
    package var id: String
    package var label: String
    package var scopes: [String]
    /// null: every mailbox.
    @OrNull package var mailboxes: [String]?
    package var createdAt: Date
    package var expiresAt: Date
    @OrNull package var lastUsedAt: Date?
    package var revoked: Bool
    package var secret: String?

    init(_ record: AccessTokenRecord, secret: String? = nil) {
        id = record.id.hex
        label = record.label
        scopes = record.scopes.map(\.rawValue).sorted()
        mailboxes = record.mailboxes?.map(\.value).sorted()
        createdAt = record.createdAt
        expiresAt = record.expiresAt
        lastUsedAt = record.lastUsedAt
        revoked = record.isRevoked
        self.secret = secret
    }
}

/// `GET /api/v1/tokens`.
package struct APITokens: Codable, Sendable, Equatable {
    package var tokens: [APIToken]
}
