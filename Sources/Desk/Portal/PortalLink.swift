package import Foundation

/// A link that was mailed to the address on file: it works once, for a day, and for one thing.
package struct PortalLink: Sendable, Equatable {
    package enum Purpose: Sendable, Equatable {
        /// Opens the portal.
        case signIn
        /// Proves for this request that it is the person's own (Art. 12(6)).
        case proof(RightsRequestID)
    }

    /// SHA-256 of its secret.
    package var hash: [UInt8]
    package var person: PersonID
    package var purpose: Purpose
    package var madeAt: Date

    package init(hash: [UInt8], person: PersonID, purpose: Purpose, madeAt: Date) {
        self.hash = hash
        self.person = person
        self.purpose = purpose
        self.madeAt = madeAt
    }

    /// A clock that was set back makes no link live longer than it might have.
    package static func isAlive(madeAt: Date, at now: Date) -> Bool {
        let age = now.timeIntervalSince(madeAt)
        return age > -60 && age < Limits.portalLinkKept.seconds
    }
}

/// What the page behind a link says before anything is pressed.
package struct PortalLinkPage: Sendable, Equatable {
    /// What the person quotes, when the link proves a request; nil opens the portal.
    package var reference: String?

    package init(reference: String?) {
        self.reference = reference
    }
}
