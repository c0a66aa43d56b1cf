import Desk
package import Foundation

/// How a mailbox's sign-in at its provider stands. Never a token.
package struct APISignIn: Codable, Sendable, Equatable {
    /// What a person has to do, and until when.
    package struct Prompt: Codable, Sendable, Equatable {
        /// The page to open.
        package var url: String
        /// Typed into that page; null where the browser comes back by itself.
        @OrNull package var userCode: String?
        /// The page with the code in it, where the provider has one.
        @OrNull package var completeURL: String?
        /// What the browser must bring back; null for a device code.
        @OrNull package var state: String?
        package var until: Date
    }

    /// `device`, `code` or `client`.
    package var flow: String
    /// `starting`, `signed-out`, `signed-in` or `refused`.
    package var state: String
    @OrNull package var signedInAt: Date?
    /// When the token that is used now ends; it is renewed before.
    @OrNull package var tokenEndsAt: Date?
    /// When the sign-in itself ends, where the provider says so.
    @OrNull package var grantEndsAt: Date?
    /// Since when renewing fails.
    @OrNull package var failingSince: Date?
    /// A stable word for what is wrong, and the sentences for people.
    @OrNull package var problem: String?
    @OrNull package var what: String?
    @OrNull package var remedy: String?
    /// Somebody is asked to sign in now; only for whoever may do it.
    @OrNull package var prompt: Prompt?
    /// Whether the last attempt of a person came to nothing; its problem comes first then.
    package var attemptFailed: Bool

    init(_ status: SignInStatus, of mailbox: MailboxName) {
        flow = status.flow.rawValue
        state = status.state.rawValue
        signedInAt = status.signedInAt
        tokenEndsAt = status.tokenEndsAt
        grantEndsAt = status.grantEndsAt
        failingSince = status.failingSince
        attemptFailed = status.attemptRefusal != nil
        let refusal = status.attemptRefusal ?? status.refusal
        problem = refusal?.rawValue
        let number = status.attemptRefusal == nil ? status.number : status.attemptNumber
        what = refusal.map { $0.what + (number.map { ", AADSTS\($0)" } ?? "") }
        remedy = refusal.map { $0.remedy(mailbox) }
        if status.isUnkept, refusal == nil {
            problem = "not-kept"
            what = "the newest token could not be written; it is used, and written as soon as the store takes it"
            remedy = "free space on the disk of state_dir before the daemon is restarted"
        }
        prompt = status.prompt.map { prompt in
            Prompt(
                url: prompt.page, userCode: prompt.userCode, completeURL: prompt.completePage, state: prompt.state,
                until: prompt.until)
        }
    }
}
