/// Who we are to a mail server. Never printed: its description is the kind alone.
package enum MailLogin: Sendable, CustomStringConvertible, CustomReflectable {
    /// SASL PLAIN, else SASL LOGIN, else (IMAP) what libcurl finds, down to the LOGIN command: all only inside TLS.
    case password(user: String, password: String)
    /// An OAuth 2 access token, by XOAUTH2 or OAUTHBEARER (RFC 7628).
    case bearer(user: String, token: String, mechanism: BearerMechanism)
    /// No login at all: a relay that knows us by our network.
    case none

    package enum BearerMechanism: String, Sendable {
        case xoauth2 = "XOAUTH2"
        case oauthBearer = "OAUTHBEARER"
    }

    package var description: String {
        switch self {
        case .password: "<password>"
        case .bearer: "<bearer>"
        case .none: "<none>"
        }
    }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
