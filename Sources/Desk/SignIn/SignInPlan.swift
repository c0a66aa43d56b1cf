/// How one mailbox comes to its tokens, as the operator configured it. The client secret is not in it: who asks the
/// provider reads it at that moment.
package struct SignInPlan: Sendable, Equatable {
    package enum Flow: String, Sendable, CaseIterable {
        /// RFC 8628: a person types a code into a page, on any machine.
        case device
        /// RFC 6749 §4.1 with PKCE (RFC 7636): a person's browser comes back to this machine (RFC 8252).
        case code
        /// RFC 6749 §4.4: the operator's own application, no person at all.
        case client
    }

    package var flow: Flow
    package var authorizationURL: String?
    package var tokenURL: String
    package var deviceURL: String?
    package var clientID: String
    package var scopes: [String]
    /// The mailbox's user at the servers, and the hint at the provider.
    package var user: String
    /// Where the browser comes back to; Microsoft registers `localhost`, everybody else 127.0.0.1 (RFC 8252 §7.3).
    package var redirectHost: String
    /// What the provider wants in the address of its page besides what the standards name.
    package var extras: [String]

    package init(
        flow: Flow, authorizationURL: String? = nil, tokenURL: String, deviceURL: String? = nil, clientID: String,
        scopes: [String], user: String, redirectHost: String = "127.0.0.1", extras: [String] = []
    ) {
        self.flow = flow
        self.authorizationURL = authorizationURL
        self.tokenURL = tokenURL
        self.deviceURL = deviceURL
        self.clientID = clientID
        self.scopes = scopes
        self.user = user
        self.redirectHost = redirectHost
        self.extras = extras
    }

    /// What a token belongs to. A token of another plan is never sent anywhere: not to a provider it does not come
    /// from, not to a server as somebody else.
    var identity: String {
        ([flow.rawValue, tokenURL, clientID, user] + scopes.sorted()).joined(separator: "\n")
    }

    func redirect(port: UInt16) -> String { "http://\(redirectHost):\(port)/" }

    /// The provider's page. Nil where there is none.
    func page(redirect: String, state: String, challenge: String) -> String? {
        guard let authorizationURL else { return nil }
        let fields = [
            ("response_type", "code"), ("client_id", clientID), ("redirect_uri", redirect),
            ("scope", scopes.joined(separator: " ")), ("state", state), ("code_challenge", challenge),
            ("code_challenge_method", "S256"), ("login_hint", user),
        ]
        let mark = authorizationURL.contains("?") ? "&" : "?"
        return authorizationURL + mark + (fields.map { FormText.pair($0, $1) } + extras).joined(separator: "&")
    }
}
