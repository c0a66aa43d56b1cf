import Curl
import Desk
import Post

/// How a mailbox signs in, in the desk's types.
extension SignInPlan {
    /// Nil for a mailbox with a password.
    init?(_ mailbox: MailboxSettings) {
        guard case .oauth(let oauth) = mailbox.signIn, let clientID = oauth.clientID,
            let tokenURL = oauth.effectiveTokenURL
        else { return nil }
        self.init(
            flow: oauth.effectiveFlow.plan, authorizationURL: oauth.effectiveAuthorizationURL, tokenURL: tokenURL,
            deviceURL: oauth.effectiveDeviceURL, clientID: clientID, scopes: oauth.effectiveScopes,
            user: mailbox.username, redirectHost: oauth.provider == .microsoft ? "localhost" : "127.0.0.1",
            // Without these Google gives no refresh token, or only at the very first sign-in.
            extras: oauth.provider == .google ? ["access_type=offline", "prompt=consent"] : [])
    }
}

extension OAuthSettings.Flow {
    fileprivate var plan: SignInPlan.Flow {
        switch self {
        case .device: .device
        case .code: .code
        case .client: .client
        }
    }
}

extension OAuthSettings.Mechanism {
    var bearer: MailLogin.BearerMechanism {
        switch self {
        case .xoauth2: .xoauth2
        case .oauthbearer: .oauthBearer
        }
    }
}

extension SecretSources {
    func clientSecret(of oauth: OAuthSettings) -> HTTPTokenIssuer.Secret {
        guard let reference = oauth.clientSecret else { return .none }
        do throws(SecretFailure) {
            return .text(String(decoding: try password(of: reference), as: UTF8.self))
        } catch {
            return .missing
        }
    }
}
