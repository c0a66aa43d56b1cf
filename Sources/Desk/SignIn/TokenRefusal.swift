/// Why there is no token, in words that stay: they stand in the API, in logs and in the store.
package enum TokenRefusal: String, Sendable, Equatable, CaseIterable {
    /// Nobody has signed in yet.
    case signedOut = "signed-out"
    /// The settings name another provider, client, user or scope than the one that was signed in to.
    case settingsChanged = "settings-changed"
    /// The person, or the organisation's rules, said no.
    case accessDenied = "access-denied"
    /// Nobody came in time.
    case expired = "expired"
    /// What came back did not belong to this sign-in.
    case foreignAnswer = "foreign-answer"
    /// The sign-in was taken back, ended, or wants the person again.
    case invalidGrant = "invalid-grant"
    case invalidClient = "invalid-client"
    /// The client may not sign in this way.
    case unauthorizedClient = "unauthorized-client"
    case invalidScope = "invalid-scope"
    case invalidRequest = "invalid-request"
    /// A token came without one that renews it.
    case noRefreshToken = "no-refresh-token"
    case secretMissing = "client-secret-missing"
    case unreachable = "provider-unreachable"
    case untrusted = "provider-untrusted"

    /// Whether what was granted is over. Else the operator can mend it and the sign-in is still good.
    var endsGrant: Bool { self == .invalidGrant }
}
