package import Foundation

/// An API token as it is kept: its hash, never itself.
package struct AccessTokenRecord: Sendable, Equatable {
    package var id: AccessTokenID
    /// The operator's word for it; one line.
    package var label: String
    /// SHA-256 of the token. The token has 256 random bits, so a plain hash cannot be reversed.
    package var hash: [UInt8]
    package var scopes: Set<Scope>
    /// nil: every mailbox.
    package var mailboxes: Set<MailboxName>?
    package var createdAt: Date
    package var expiresAt: Date
    package var lastUsedAt: Date?
    package var isRevoked: Bool

    package init(
        id: AccessTokenID, label: String, hash: [UInt8], scopes: Set<Scope>, mailboxes: Set<MailboxName>?,
        createdAt: Date, expiresAt: Date, lastUsedAt: Date? = nil, isRevoked: Bool = false
    ) {
        self.id = id
        self.label = label
        self.hash = hash
        self.scopes = scopes
        self.mailboxes = mailboxes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
        self.isRevoked = isRevoked
    }

    package func principal(at now: Date) -> Principal? {
        guard !isRevoked, now < expiresAt else { return nil }
        return .token(id, scopes: scopes, mailboxes: mailboxes)
    }
}
