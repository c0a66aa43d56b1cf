internal import Curl
package import Desk
internal import Foundation

/// The `TokenIssuer` port over HTTPS: one POST of a form, one answer in JSON. It retries nothing and keeps nothing.
///
/// An answer is hostile until it was read: bounded, and never repeated in an error.
package struct HTTPTokenIssuer: TokenIssuer {
    /// What the client proves itself with, read at every question, so that a new secret is used at once.
    package enum Secret: Sendable {
        /// A public client (RFC 6749 §2.1) has none.
        case none
        case text(String)
        /// There should be one, and it cannot be read.
        case missing
    }

    private let plan: SignInPlan
    private let secret: @Sendable () -> Secret

    package init(plan: SignInPlan, secret: @escaping @Sendable () -> Secret = { .none }) {
        self.plan = plan
        self.secret = secret
    }

    package func deviceCode() async throws(TokenFailure) -> DeviceCode {
        guard let url = plan.deviceURL else { throw .refused(.invalidRequest, number: nil) }
        let answer = try await ask(url, [("scope", scope)])
        guard let code = answer.deviceCode else { throw .unreachable }
        return code
    }

    package func redeem(_ grant: TokenGrant) async throws(TokenFailure) -> IssuedToken {
        let fields: [(String, String)]
        switch grant {
        case .device(let code):
            fields = [("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("device_code", code)]
        case .code(let code, let verifier, let redirect):
            fields = [
                ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
                ("code_verifier", verifier),
            ]
        case .client: fields = [("grant_type", "client_credentials"), ("scope", scope)]
        case .refresh(let token): fields = [("grant_type", "refresh_token"), ("refresh_token", token)]
        }
        guard let token = try await ask(plan.tokenURL, fields).token else { throw .unreachable }
        return token
    }

    private var scope: String { plan.scopes.joined(separator: " ") }

    private func ask(_ url: String, _ fields: [(String, String)]) async throws(TokenFailure) -> TokenAnswer {
        var fields = fields + [("client_id", plan.clientID)]
        switch secret() {
        case .none: break
        case .text(let text): fields.append(("client_secret", text))
        case .missing: throw .refused(.secretMissing, number: nil)
        }
        let form = fields.map { FormText.pair($0.0, $0.1) }.joined(separator: "&")
        let headers = [
            (name: "Content-Type", value: "application/x-www-form-urlencoded"),
            (name: "Accept", value: "application/json"), (name: "User-Agent", value: "ticketd"),
        ]
        guard var request = HTTPRequest("POST", url, headers: headers, body: Array(form.utf8)) else {
            throw .refused(.invalidRequest, number: nil)
        }
        request.timeout = Limits.tokenTimeout
        request.responseLimit = Limits.tokenAnswerBytes
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await HTTPClient.send(request)
        } catch {
            throw error == .tlsRefused ? .untrusted : .unreachable
        }
        return try TokenAnswer.read(status: response.status, body: response.body)
    }
}
