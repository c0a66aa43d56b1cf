import Desk
import Testing

@testable import ticketd

/// `oauth` of a mailbox: what each way of signing in needs, and what the providers are known to take.
struct OAuthSettingsTests {
    private static func text(_ oauth: String) -> String {
        PaperDisk.mailbox.replacing("password = \"credential:support\"", with: "oauth = \(oauth)")
    }

    @Test(arguments: [
        ("\"google\"", "Signing in with OAuth"),
        ("{provider = \"microsoft\"}", "client_id ="),
        ("{provider = \"google\", client_id = \"a\", flow = \"device\"}", "remove flow"),
        ("{provider = \"google\", client_id = \"a\", client_secret = \"env:S\", flow = \"client\"}", "remove flow"),
        ("{provider = \"microsoft\", client_id = \"a\", flow = \"client\"}", "client_secret"),
        ("{provider = \"microsoft\", client_id = \"a\", client_secret = \"env:S\", flow = \"client\"}", "tenant"),
        ("{client_id = \"a\", token_url = \"http://id.example/t\"}", "https://"),
        ("{client_id = \"a\", token_url = \"http://127.0.0.1.evil.example/t\"}", "https://"),
        ("{client_id = \"a\", token_url = \"https://id.example/t\", device_url = \"http://id.example\"}", "https://"),
        ("{client_id = \"a\", token_url = \"https://id.example/t\", flow = \"code\"}", "authorization_url"),
        ("{client_id = \"a\", token_url = \"https://id.example/t\", flow = \"device\"}", "device_url"),
        ("{client_id = \"a\", token_url = \"https://id.example/t\"}", "client_secret"),
        ("{client_id = \"a\", token_url = \"https://id.example/t\", flow = \"decive\"}", "\"device\""),
        ("{client_id = \"a\", token_url = \"https://id.example/t\", mechanism = \"plain\"}", ""),
    ])
    func `a mistake in oauth is named with what mends it`(oauth: String, remedy: String) throws {
        let problem = try #require(PaperDisk.problems(Self.text(oauth)).first)
        #expect(problem.setting == "mailbox.oauth" && problem.line == 6)
        #expect(problem.description.contains(remedy), "\(problem)")
    }

    @Test func `Microsoft and Google need no more than a client`() throws {
        let microsoft = try plan("{provider = \"microsoft\", client_id = \"a\"}")
        #expect(microsoft.flow == .device && microsoft.redirectHost == "localhost")
        #expect(microsoft.tokenURL == "https://login.microsoftonline.com/common/oauth2/v2.0/token")
        #expect(microsoft.deviceURL == "https://login.microsoftonline.com/common/oauth2/v2.0/devicecode")
        #expect(microsoft.scopes.contains("offline_access") && microsoft.scopes.count == 3)
        let own = try plan(
            "{provider = \"microsoft\", client_id = \"a\", tenant = \"contoso\", client_secret = \"env:S\", "
                + "flow = \"client\"}"
        )
        #expect(own.tokenURL.contains("/contoso/") && own.scopes == ["https://outlook.office365.com/.default"])
        let google = try plan("{provider = \"google\", client_id = \"a\", client_secret = \"env:S\"}")
        #expect(google.flow == .code && google.scopes == ["https://mail.google.com/"])
        #expect(google.extras.contains("access_type=offline") && google.redirectHost == "127.0.0.1")
        #expect(google.user == "support@example.com")
    }

    @Test func `any other provider is given by its addresses`() throws {
        let plan = try plan(
            "{client_id = \"a\", token_url = \"https://id.example/t\", device_url = \"https://id.example/d\", "
                + "scopes = [\"m\"]}"
        )
        #expect(plan.flow == .device && plan.scopes == ["m"] && plan.deviceURL == "https://id.example/d")
        #expect(try PaperDisk.load(PaperDisk.mailbox).mailboxes.first.flatMap { SignInPlan($0) } == nil)
    }

    private func plan(_ oauth: String) throws -> SignInPlan {
        try #require(PaperDisk.load(Self.text(oauth)).mailboxes.first.flatMap { SignInPlan($0) })
    }
}
