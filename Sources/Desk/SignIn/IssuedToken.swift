/// What a provider gave us (RFC 6749 §5.1).
package struct IssuedToken: Sendable, Equatable {
    package var access: String
    /// Absent in an answer to a renewal: then the old one stays good.
    package var refresh: String?
    package var life: Duration
    /// How long the refresh token is good, where the provider says.
    package var refreshLife: Duration?

    package init(access: String, refresh: String?, life: Duration, refreshLife: Duration? = nil) {
        self.access = access
        self.refresh = refresh
        self.life = life
        self.refreshLife = refreshLife
    }
}

/// What a token is asked for with.
package enum TokenGrant: Sendable, Equatable {
    case device(String)
    case code(String, verifier: String, redirect: String)
    case client
    case refresh(String)
}

/// A sign-in that waits for a person with a browser anywhere (RFC 8628 §3.2).
package struct DeviceCode: Sendable, Equatable {
    package var code: String
    /// What the person types.
    package var userCode: String
    package var page: String
    /// The same page with the code in it.
    package var completePage: String?
    package var life: Duration
    package var interval: Duration

    package init(
        code: String, userCode: String, page: String, completePage: String? = nil, life: Duration, interval: Duration
    ) {
        self.code = code
        self.userCode = userCode
        self.page = page
        self.completePage = completePage
        self.life = life
        self.interval = interval
    }
}
