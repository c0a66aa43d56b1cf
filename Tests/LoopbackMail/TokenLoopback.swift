import Foundation
import Synchronization

/// An OAuth provider on 127.0.0.1 that a test owns: gives device codes, takes browsers' codes and client secrets,
/// renews and takes back. Tokens are random words; whoever checks them is told by `onIssue` and `onRevoke`.
///
/// It is strict where a client could be lax: PKCE is checked, a code and a device code are good once, and a renewal
/// gives a new refresh token. Whether the old one stays good is the test's choice.
package final class TokenLoopback: Sendable {
    package struct Rules: Sendable {
        /// `expires_in`, in seconds.
        package var life = 3600
        /// Whether a refresh token is good after it was used (Microsoft, Google: yes; strict rotation: no).
        package var keepsOldRefreshTokens = true
        package var givesRefreshTokens = true
        package var secret: String?
        /// What is answered instead, once each, in order: an HTTP status and a body.
        package var interruptions: [(status: Int, body: String)] = []
        package var interval = 1
    }

    private struct State {
        var rules = Rules()
        var devices: [String: (user: String, answer: String?)] = [:]
        var codes: [String: (challenge: String, redirect: String)] = [:]
        var refreshTokens: Set<String> = []
        var accessTokens: [String] = []
        var grants: [String] = []
        var renewals = 0
    }

    private let state = Mutex(State())
    private let server = HTTPLoopback()
    private let onIssue: @Sendable (String) -> Void
    private let onRevoke: @Sendable (String) -> Void

    package init(
        onIssue: @escaping @Sendable (String) -> Void = { _ in },
        onRevoke: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.onIssue = onIssue
        self.onRevoke = onRevoke
        server.answer { [weak self] request in self?.answer(request) ?? "" }
    }

    package var tokenURL: String { server.url + "/token" }
    package var deviceURL: String { server.url + "/device" }
    package var authorizationURL: String { server.url + "/authorize" }
    /// The newest last.
    package var accessTokens: [String] { state.withLock { $0.accessTokens } }
    /// The types of grants that were asked for, in order.
    package var grants: [String] { state.withLock { $0.grants } }
    package var refreshTokens: Set<String> { state.withLock { $0.refreshTokens } }

    package func stop() { server.stop() }

    package func rule(_ change: (inout Rules) -> Void) { state.withLock { change(&$0.rules) } }

    /// The person with the browser says yes, or `error`.
    package func settle(userCode: String, error: String? = nil) {
        state.withLock { state in
            for (code, device) in state.devices where device.user == userCode {
                state.devices[code]?.answer = error ?? "yes"
            }
        }
    }

    /// What a browser is sent back to when the person says yes. Nil when the page is not one of ours.
    package func consent(to page: String) -> String? {
        guard page.hasPrefix(authorizationURL + "?") else { return nil }
        let fields = Self.fields(String(page.dropFirst(authorizationURL.count + 1)))
        guard fields["response_type"] == "code", fields["code_challenge_method"] == "S256",
            let challenge = fields["code_challenge"], let redirect = fields["redirect_uri"],
            let back = fields["state"]
        else { return nil }
        let code = Self.word("code")
        state.withLock { $0.codes[code] = (challenge, redirect) }
        return "\(redirect)?code=\(code)&state=\(back)"
    }

    /// The person takes the access away: nothing that was given is good any more.
    package func revoke() {
        let tokens = state.withLock { state in
            state.refreshTokens = []
            return state.accessTokens
        }
        tokens.forEach(onRevoke)
    }

    /// Takes back the access tokens alone, as their end does.
    package func endAccessTokens() {
        state.withLock { $0.accessTokens }.forEach(onRevoke)
    }

    private func answer(_ request: HTTPLoopback.Request) -> String {
        let path = request.lines.first?.split(separator: " ").dropFirst().first ?? ""
        let fields = Self.fields(String(decoding: request.body, as: UTF8.self))
        let (status, body) = state.withLock { state -> (Int, String) in
            if !state.rules.interruptions.isEmpty { return state.rules.interruptions.removeFirst() }
            if let secret = state.rules.secret, fields["client_secret"] != secret { return Self.no("invalid_client") }
            return path == "/device" ? Self.device(&state, server.url) : token(fields, &state)
        }
        return "HTTP/1.1 \(status) X\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
            + body
    }

    private static func device(_ state: inout State, _ url: String) -> (Int, String) {
        let (code, user) = (word("device"), String(word("U").suffix(8)).uppercased())
        state.devices[code] = (user, nil)
        return (
            200,
            #"{"device_code":"\#(code)","user_code":"\#(user)","verification_uri":"\#(url)/activate","expires_in":600,"#
                + #""interval":\#(state.rules.interval)}"#
        )
    }

    private func token(_ fields: [String: String], _ state: inout State) -> (Int, String) {
        let grant = fields["grant_type"] ?? ""
        state.grants.append(grant)
        switch grant {
        case "client_credentials": return issue(&state, withRefresh: false)
        case "urn:ietf:params:oauth:grant-type:device_code":
            guard let code = fields["device_code"], let device = state.devices[code] else {
                return Self.no("invalid_grant")
            }
            guard let answer = device.answer else { return Self.no("authorization_pending") }
            state.devices[code] = nil
            return answer == "yes" ? issue(&state) : Self.no(answer)
        case "authorization_code":
            guard let known = state.codes.removeValue(forKey: fields["code"] ?? ""),
                fields["redirect_uri"] == known.redirect,
                Self.challenge(of: fields["code_verifier"] ?? "") == known.challenge
            else { return Self.no("invalid_grant") }
            return issue(&state)
        case "refresh_token":
            guard let old = fields["refresh_token"], state.refreshTokens.contains(old) else {
                return Self.no("invalid_grant")
            }
            if !state.rules.keepsOldRefreshTokens { state.refreshTokens.remove(old) }
            return issue(&state)
        default: return Self.no("unsupported_grant_type")
        }
    }

    private func issue(_ state: inout State, withRefresh: Bool = true) -> (Int, String) {
        let access = Self.word("access")
        state.accessTokens.append(access)
        onIssue(access)
        var refresh = ""
        if withRefresh, state.rules.givesRefreshTokens {
            let token = Self.word("refresh")
            state.refreshTokens.insert(token)
            refresh = #","refresh_token":"\#(token)""#
        }
        return (
            200,
            #"{"token_type":"Bearer","access_token":"\#(access)","expires_in":\#(state.rules.life)\#(refresh)}"#
        )
    }

    private static func no(_ error: String) -> (Int, String) { (400, #"{"error":"\#(error)"}"#) }

    private static func word(_ kind: String) -> String {
        kind + "-" + UUID().uuidString.replacing("-", with: "")
    }

    /// RFC 7636 §4.6, by `openssl`: not with the code under test.
    private static func challenge(of verifier: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = ["dgst", "-sha256", "-binary"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        do {
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data(verifier.utf8))
            try input.fileHandleForWriting.close()
        } catch {
            return nil
        }
        let digest = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return digest.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func fields(_ form: String) -> [String: String] {
        var fields: [String: String] = [:]
        for pair in form.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if parts.count == 2 { fields[parts[0]] = parts[1].replacing("+", with: " ").removingPercentEncoding }
        }
        return fields
    }
}
