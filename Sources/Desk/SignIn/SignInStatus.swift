package import Foundation

/// How one mailbox's sign-in stands. Times, states and words of ours; never a token.
package struct SignInStatus: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        /// The store was not read yet.
        case starting
        case signedOut = "signed-out"
        case signedIn = "signed-in"
        /// The provider takes it no longer, or the settings are of another sign-in.
        case refused
    }

    package var flow: SignInPlan.Flow
    package var state = State.starting
    package var signedInAt: Date?
    package var tokenIssuedAt: Date?
    package var tokenEndsAt: Date?
    package var grantedAt: Date?
    package var grantEndsAt: Date?
    /// Why it is refused, or why renewing fails; a Microsoft number with it where there is one.
    package var refusal: TokenRefusal?
    package var number: Int?
    /// The provider says no to a renewal, which time alone does not mend.
    package var isRenewalRefused = false
    /// Since when renewing fails.
    package var failingSince: Date?
    /// Somebody is asked to sign in, now.
    package var prompt: SignInPrompt?
    /// Why the last attempt of a person came to nothing.
    package var attemptRefusal: TokenRefusal?
    package var attemptNumber: Int?
    /// A newer token than the one on disk: a crash now could cost the sign-in.
    package var isUnkept = false

    package init(flow: SignInPlan.Flow) {
        self.flow = flow
    }

    /// Whether the mailbox can be tried at all. What is not known yet is tried.
    package var mayConnect: Bool { state == .starting || state == .signedIn }

    /// Whether it works now and will not for long. Told before it breaks.
    package func isEnding(at now: Date) -> Bool {
        guard state == .signedIn, let tokenIssuedAt, let tokenEndsAt else { return false }
        if failingSince != nil {
            let life = tokenEndsAt.timeIntervalSince(tokenIssuedAt)
            if isRenewalRefused || tokenEndsAt.timeIntervalSince(now) <= life / Limits.tokenAlarmShare { return true }
        }
        guard let grantedAt, let grantEndsAt else { return false }
        let notice = min(
            grantEndsAt.timeIntervalSince(grantedAt) / Limits.grantAlarmShare, Limits.grantNotice.seconds)
        return grantEndsAt.timeIntervalSince(now) <= notice
    }

    /// The earlier of the two ends that nothing we can do by ourselves will move; for people.
    package var endsAt: Date? { grantEndsAt ?? tokenEndsAt }
}

/// What a person has to do, and until when.
package struct SignInPrompt: Sendable, Equatable {
    /// What is typed into the page of a device code.
    package var userCode: String?
    package var page: String
    package var completePage: String?
    /// What the browser must bring back; nil for a device code.
    package var state: String?
    package var until: Date
}
