package import Foundation

/// A link that was mailed to the address on file: it works once, for a day, and for one thing. One that brings a copy
/// works as long as the copy can be fetched.
package struct PortalLink: Sendable, Equatable {
    package enum Purpose: Sendable, Equatable {
        /// Opens the portal.
        case signIn
        /// Proves for this request that it is the person's own (Art. 12(6)).
        case proof(RightsRequestID)
        /// Opens the portal where this copy can be fetched: the answer to a request.
        case export(ExportID)

        /// How long such a link lives.
        package var kept: Duration {
            switch self {
            case .signIn, .proof: Limits.portalLinkKept
            case .export: Limits.exportKept
            }
        }
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
    package func isAlive(at now: Date) -> Bool {
        let age = now.timeIntervalSince(madeAt)
        return age > -60 && age < purpose.kept.seconds
    }
}

/// What the page behind a link says before anything is pressed.
package struct PortalLinkPage: Sendable, Equatable {
    /// What the person quotes, when the link proves a request; nil opens the portal.
    package var reference: String?
    /// It opens the page where a copy is fetched.
    package var bringsCopy: Bool

    package init(reference: String?, bringsCopy: Bool = false) {
        self.reference = reference
        self.bringsCopy = bringsCopy
    }
}
