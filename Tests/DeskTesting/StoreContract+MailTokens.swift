import Desk
import Foundation

/// The tokens that mailboxes sign in with.
extension StoreContract {
    static let mailTokens = [
        StoreContract("a mailbox has one token, kept as it was, and what became of its sign-in is in the audit") {
            subject in
            let (store, name, now) = (subject.store, subject.profile.name, subject.now)
            let other = try subject.unwrap(MailboxName("other"), "a name")
            func token(_ access: String, refresh: String? = "r", refusal: TokenRefusal? = nil) -> HeldToken {
                HeldToken(
                    id: MailTokenID(from: subject.clock.world), owner: "device\nhttps://id.example/t", access: access,
                    refresh: refresh, issuedAt: now, endsAt: now.addingTimeInterval(3600), signedInAt: now,
                    grantedAt: now, grantEndsAt: refresh == nil ? nil : now.addingTimeInterval(86_400),
                    refusal: refusal)
            }
            func keep(_ token: HeldToken, of mailbox: MailboxName, _ act: SignInAct?) async throws {
                try await store.keep(token, of: mailbox, noting: act, by: .operatorOnHost, now: now)
            }
            try subject.require(try await store.mailToken(of: name) == nil, "there is none at first")
            let (first, second) = (token("a"), token("b", refresh: nil, refusal: .invalidGrant))
            try await keep(first, of: name, .signedIn)
            try await keep(token("x"), of: other, nil)
            try subject.require(try await store.mailToken(of: name) == first, "it is kept as it was")
            try await keep(second, of: name, .refused)
            try subject.require(try await store.mailToken(of: name) == second, "the later one is in its place")
            let forgotten = try await store.forgetMailToken(of: name, by: .operatorOnHost, now: now)
            try subject.require(forgotten, "it was there")
            let again = try await store.forgetMailToken(of: name, by: .operatorOnHost, now: now)
            try subject.require(!again, "once")
            try subject.require(try await store.mailToken(of: name) == nil, "it is gone")
            try subject.require(try await store.mailToken(of: other)?.access == "x", "the other one is not")
        }
    ]
}
