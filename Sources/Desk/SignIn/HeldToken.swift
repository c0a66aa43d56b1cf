package import Foundation

/// What we hold of one sign-in: the token that opens the mailbox, the one that renews it, and until when.
package struct HeldToken: Sendable, Equatable {
    /// New with every sign-in, the same through its renewals.
    package var id: MailTokenID
    /// ``SignInPlan/identity`` of whoever signed in.
    package var owner: String
    package var access: String
    package var refresh: String?
    package var issuedAt: Date
    package var endsAt: Date
    package var signedInAt: Date
    /// From when and until when the refresh token is good, where the provider says.
    package var grantedAt: Date
    package var grantEndsAt: Date?
    /// Why it is over. The tokens are gone then.
    package var refusal: TokenRefusal?

    package init(
        id: MailTokenID, owner: String, access: String, refresh: String?, issuedAt: Date, endsAt: Date,
        signedInAt: Date, grantedAt: Date, grantEndsAt: Date? = nil, refusal: TokenRefusal? = nil
    ) {
        self.id = id
        self.owner = owner
        self.access = access
        self.refresh = refresh
        self.issuedAt = issuedAt
        self.endsAt = endsAt
        self.signedInAt = signedInAt
        self.grantedAt = grantedAt
        self.grantEndsAt = grantEndsAt
        self.refusal = refusal
    }

    init(_ issued: IssuedToken, id: MailTokenID, owner: String, now: Date) {
        self.init(
            id: id, owner: owner, access: issued.access, refresh: issued.refresh, issuedAt: now,
            endsAt: now.addingTimeInterval(issued.life.seconds), signedInAt: now, grantedAt: now,
            grantEndsAt: issued.refreshLife.map { now.addingTimeInterval($0.seconds) })
    }

    /// The next one of the same sign-in. A refresh token that was not replaced stays good (RFC 6749 §6), and one whose
    /// end did not move is no younger than it was.
    func renewed(by issued: IssuedToken, now: Date) -> HeldToken {
        var next = HeldToken(issued, id: id, owner: owner, now: now)
        next.signedInAt = signedInAt
        next.refresh = issued.refresh ?? refresh
        let hasMoved =
            switch (grantEndsAt, next.grantEndsAt) {
            case (let old?, let new?): new.timeIntervalSince(old) > Limits.tokenClockTolerance.seconds / 10
            case (nil, nil): issued.refresh != nil
            case (nil, .some): true
            case (.some, nil): issued.refresh != nil && issued.refresh != refresh
            }
        if !hasMoved {
            next.grantedAt = grantedAt
            next.grantEndsAt = grantEndsAt
        }
        return next
    }

    func ended(by refusal: TokenRefusal) -> HeldToken {
        var last = self
        last.access = ""
        last.refresh = nil
        last.refusal = refusal
        return last
    }

    /// When it is to be renewed: with a fifth of its life left.
    var renewAt: Date {
        issuedAt.addingTimeInterval(endsAt.timeIntervalSince(issuedAt) * Double(Limits.tokenRenewAt) / 100)
    }

    /// A clock that was set back says nothing about the age of a token.
    func isDue(at now: Date) -> Bool {
        now >= renewAt || now < issuedAt.addingTimeInterval(-Limits.tokenClockTolerance.seconds)
    }

    func isGood(at now: Date) -> Bool { refusal == nil && !access.isEmpty && now < endsAt }
}

package enum MailTokenKind: Sendable {}
package typealias MailTokenID = Identifier<MailTokenKind>

/// What the audit log says of a sign-in.
package enum SignInAct: String, Sendable, CaseIterable {
    case signedIn = "signed-in"
    case signedOut = "signed-out"
    case refused = "sign-in-refused"
}
