import Desk
import Foundation
import LoopbackMail
import Post
import Testing

/// One question, one answer, and every refusal a provider can say.
@Suite struct HTTPTokenIssuerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let status: Int
        let body: String
        let failure: TokenFailure

        var testDescription: String { "\(status) \(body.prefix(60))" }
    }

    static let cases = [
        Case(status: 400, body: #"{"error":"authorization_pending"}"#, failure: .pending),
        Case(status: 400, body: #"{"error":"slow_down"}"#, failure: .tooFast),
        Case(status: 400, body: #"{"error":"access_denied"}"#, failure: .refused(.accessDenied, number: nil)),
        Case(status: 400, body: #"{"error":"authorization_declined"}"#, failure: .refused(.accessDenied, number: nil)),
        Case(status: 400, body: #"{"error":"expired_token"}"#, failure: .refused(.expired, number: nil)),
        Case(
            status: 400,
            body:
                #"{"error":"invalid_grant","error_description":"AADSTS70008: ann@a.example","error_codes":[70008]}"#,
            failure: .refused(.invalidGrant, number: 70_008)),
        Case(
            status: 401, body: #"{"error":"invalid_client","error_description":"AADSTS7000222: The secret ended"}"#,
            failure: .refused(.invalidClient, number: 7_000_222)),
        Case(status: 401, body: "", failure: .refused(.invalidClient, number: nil)),
        Case(
            status: 400, body: #"{"error":"unauthorized_client"}"#,
            failure: .refused(.unauthorizedClient, number: nil)),
        Case(status: 400, body: #"{"error":"invalid_scope"}"#, failure: .refused(.invalidScope, number: nil)),
        Case(status: 400, body: #"{"error":"something_new"}"#, failure: .refused(.invalidRequest, number: nil)),
        Case(status: 503, body: #"{"error":"temporarily_unavailable"}"#, failure: .unreachable),
        Case(status: 500, body: "<html>", failure: .unreachable),
        Case(status: 429, body: "", failure: .unreachable),
        Case(status: 302, body: "", failure: .unreachable),
        // A captive portal, a login page, an empty promise.
        Case(status: 200, body: "<html>Welcome</html>", failure: .unreachable),
        Case(status: 200, body: "{}", failure: .unreachable),
        Case(status: 200, body: #"{"access_token":"","token_type":"Bearer"}"#, failure: .unreachable),
        Case(status: 200, body: #"{"access_token":"a\u0001b","token_type":"Bearer"}"#, failure: .unreachable),
        Case(status: 200, body: #"{"access_token":"a","token_type":"mac"}"#, failure: .unreachable),
        Case(status: 200, body: #"{"access_token":7}"#, failure: .unreachable),
    ]

    @Test(arguments: cases) func `what a provider says becomes a word of ours`(this: Case) async throws {
        let server = HTTPLoopback()
        defer { server.stop() }
        server.answer(with: "HTTP/1.1 \(this.status) X\r\nContent-Length: \(this.body.utf8.count)\r\n\r\n\(this.body)")
        await #expect(throws: this.failure) { try await Self.issuer(server).redeem(.refresh("r")) }
    }

    @Test(arguments: [
        (#""expires_in":3599"#, 3599), (#""expires_in":"3599""#, 3599), (#""x":1"#, 3600), (#""expires_in":-1"#, 3600),
        (#""expires_in":99999999999"#, 366 * 86_400),
    ])
    func `a token is taken with whatever life it says`(field: String, seconds: Int) async throws {
        let server = HTTPLoopback()
        defer { server.stop() }
        let body =
            #"{"token_type":"bEaReR","access_token":"eyJ.a-b_c","refresh_token":"1.AA","refresh_expires_in":60,"#
            + field + "}"
        server.answer(with: "HTTP/1.1 200 X\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        let token = try await Self.issuer(server).redeem(.refresh("r"))
        #expect(
            token
                == IssuedToken(
                    access: "eyJ.a-b_c", refresh: "1.AA", life: .seconds(seconds), refreshLife: .seconds(60)))
    }

    @Test(arguments: [
        (
            TokenGrant.code("a/b", verifier: "v", redirect: "http://127.0.0.1:1/"),
            "grant_type=authorization_code&code=a%2Fb&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F&code_verifier=v"
        ),
        (.client, "grant_type=client_credentials&scope=mail%20offline_access"),
        (.refresh("1.A+=&é"), "grant_type=refresh_token&refresh_token=1.A%2B%3D%26%C3%A9"),
        (.device("d"), "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=d"),
    ])
    func `a grant is asked for as the standards write it, the secret with it`(grant: TokenGrant, form: String)
        async throws
    {
        let server = HTTPLoopback()
        defer { server.stop() }
        _ = try? await Self.issuer(server, secret: .text("s e")).redeem(grant)
        let request = try #require(server.requests.first)
        #expect(request.lines.first == "POST /token HTTP/1.1")
        #expect(request.lines.contains("Content-Type: application/x-www-form-urlencoded"))
        #expect(
            String(decoding: request.body, as: UTF8.self) == form + "&client_id=client&client_secret=s%20e")
    }

    @Test func `a secret that cannot be read is said, and nothing is asked`() async throws {
        let server = HTTPLoopback()
        defer { server.stop() }
        await #expect(throws: TokenFailure.refused(.secretMissing, number: nil)) {
            try await Self.issuer(server, secret: .missing).redeem(.client)
        }
        #expect(server.requests.isEmpty)
    }

    @Test func `a device code has a page and a code that can be shown`() async throws {
        let server = HTTPLoopback()
        defer { server.stop() }
        func answer(_ page: String, _ user: String) async throws -> DeviceCode {
            let body = #"{"device_code":"d","user_code":"\#(user)","\#(page)","expires_in":900,"interval":7}"#
            server.answer(with: "HTTP/1.1 200 X\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
            return try await Self.issuer(server).deviceCode()
        }
        let code = try await answer(#"verification_uri":"https://id.example/d"#, "ABC-DEF")
        #expect(code.page == "https://id.example/d" && code.userCode == "ABC-DEF")
        #expect(code.interval == .seconds(7) && code.life == .seconds(900))
        #expect(try await answer(#"verification_url":"https://id.example/g"#, "A").page == "https://id.example/g")
        for (page, user) in [
            (#"verification_uri":"javascript:alert(1)"#, "A"), (#"verification_uri":"https://x/ y"#, "A"),
            (#"verification_uri":"https://x/"#, #"\u001b[2J"#),
        ] {
            await #expect(throws: TokenFailure.unreachable) { try await answer(page, user) }
        }
    }

    @Test func `nobody there is no refusal`() async throws {
        let server = HTTPLoopback()
        let issuer = Self.issuer(server)
        server.stop()
        await #expect(throws: TokenFailure.unreachable) { try await issuer.redeem(.client) }
    }

    private static func issuer(
        _ server: HTTPLoopback, secret: HTTPTokenIssuer.Secret = .none
    ) -> HTTPTokenIssuer {
        let plan = SignInPlan(
            flow: .device, authorizationURL: server.url + "/authorize", tokenURL: server.url + "/token",
            deviceURL: server.url + "/device", clientID: "client", scopes: ["mail", "offline_access"],
            user: "support@example.com")
        return HTTPTokenIssuer(plan: plan) { secret }
    }
}
