/// A refusal in the words of operators: what is so, and what to do next.
extension TokenRefusal {
    package var what: String {
        switch self {
        case .signedOut: "nobody has signed in yet"
        case .settingsChanged: "oauth or username in the settings changed since somebody signed in"
        case .accessDenied: "the provider says that the sign-in was declined (access_denied)"
        case .expired: "nobody finished the sign-in in time (expired_token)"
        case .foreignAnswer: "what came back from the browser does not belong to this sign-in"
        case .invalidGrant: "the provider takes the sign-in no longer (invalid_grant)"
        case .invalidClient: "the provider does not know the client, or refuses its secret (invalid_client)"
        case .unauthorizedClient: "the client may not sign in this way (unauthorized_client)"
        case .invalidScope: "the provider does not give the client these scopes (invalid_scope)"
        case .invalidRequest: "the provider does not understand the request (invalid_request)"
        case .noRefreshToken: "the provider gave a token and none to renew it with"
        case .secretMissing: "the client secret cannot be read"
        case .unreachable: "the provider's token address gives no answer that can be used"
        case .untrusted: "the provider's token address has no certificate that proves its name"
        }
    }

    /// `name` is the mailbox's.
    package func remedy(_ name: MailboxName) -> String {
        let login = "`ticketd mailboxes login \(name.value)`"
        switch self {
        case .signedOut, .settingsChanged: return "run \(login)"
        case .accessDenied: return "sign in as a user who may read the mailbox, or ask its administrator; run \(login)"
        case .expired: return "run \(login) again and finish it within the time it names"
        case .foreignAnswer: return "run \(login) again, and open the address it prints in one browser only"
        case .invalidGrant:
            return "the password changed, access was taken away, or it was not used too long: run \(login)"
        case .invalidClient:
            return "check oauth.client_id and client_secret (a secret of Microsoft ends after months: make a new one), "
                + "then run \(login)"
        case .unauthorizedClient:
            return "allow this flow at the provider (Microsoft: “Allow public client flows” for a device code), "
                + "or set oauth.flow; then run \(login)"
        case .invalidScope: return "grant the client the scopes of oauth.scopes at the provider, then run \(login)"
        case .invalidRequest: return "check oauth.tenant, the addresses and the client, then run \(login)"
        case .noRefreshToken: return "add the scope that grants one (mostly offline_access), then run \(login)"
        case .secretMissing: return "put it where oauth.client_secret points, then run \(login)"
        case .unreachable: return "check the network and oauth.token_url; it is tried again"
        case .untrusted: return "check oauth.token_url and the machine's clock; it is tried again"
        }
    }
}
