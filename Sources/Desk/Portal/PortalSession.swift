package import Foundation

/// Somebody who is signed in to the portal. It ends when it is not used, and when it is old.
package struct PortalSession: Sendable, Equatable {
    /// SHA-256 of the token.
    package var hash: [UInt8]
    package var person: PersonID
    package var begunAt: Date
    /// To the minute.
    package var seenAt: Date

    package init(hash: [UInt8], person: PersonID, begunAt: Date, seenAt: Date) {
        self.hash = hash
        self.person = person
        self.begunAt = begunAt
        self.seenAt = seenAt
    }

    /// A clock that was set back makes no session live longer than it might have.
    package func isAlive(at now: Date) -> Bool {
        let (age, rest) = (now.timeIntervalSince(begunAt), now.timeIntervalSince(seenAt))
        return age > -60 && age < Limits.portalSessionLength.seconds && rest < Limits.portalSessionIdle.seconds
    }
}
