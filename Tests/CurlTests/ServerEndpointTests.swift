import Curl
import Testing

@Suite struct ServerEndpointTests {
    @Test(arguments: [
        ("imaps://mail.example", "imaps://mail.example:993"), ("imap://mail.example", "imap://mail.example:143"),
        ("smtp://mail.example", "smtp://mail.example:587"), ("smtps://mail.example/", "smtps://mail.example:465"),
        ("IMAPS://mail.example:1993", "imaps://mail.example:1993"),
        ("imaps://[2001:db8::1]", "imaps://[2001:db8::1]:993"),
        ("smtp://[::1]:2525", "smtp://[::1]:2525"),
    ])
    func `an endpoint is scheme, host and port`(url: String, canonical: String) {
        #expect(ServerEndpoint(url)?.url == canonical)
    }

    @Test(arguments: [
        "", "imaps://", "imaps:mail.example", "pop3://mail.example", "http://mail.example", "imaps://user@mail.example",
        "imaps://user:pw@mail.example", "imaps://mail.example/INBOX", "imaps://mail.example?x",
        "imaps://mail.example:0",
        "imaps://mail.example:65536", "imaps://mail.example:+1", "imaps://mail.example:", "imaps://mail example",
        "imaps://mail.example\r\n", "imaps://[mail.example]", "imaps://[::1", "imaps://[::1]x", "imaps://a%00b",
        "imaps://2001:db8::1",
    ])
    func `anything else is refused`(url: String) {
        #expect(ServerEndpoint(url) == nil)
    }

    @Test(arguments: [
        ("imap://127.0.0.1", true), ("smtp://localhost", true), ("imap://[::1]:143", true), ("imap://127.1.2.3", true),
        ("imap://mail.example", false), ("imap://127.0.0.1.example", false), ("imap://10.0.0.1", false),
        ("imap://127.0.0.256", false), ("imaps://127.0.0.1", false), ("smtp://localhost.example", false),
    ])
    func `plain text exists only towards this machine`(url: String, isAllowed: Bool) {
        #expect((ServerEndpoint(url, insecure: true) != nil) == isAllowed)
        #expect(ServerEndpoint(url)?.isInsecure != true)
    }

    @Test func `a login never shows itself`() {
        let logins: [MailLogin] = [
            .password(user: "user", password: "secret"), .bearer(user: "user", token: "secret", mechanism: .xoauth2),
            .none,
        ]
        for login in logins {
            var dumped = ""
            dump(login, to: &dumped)
            for text in ["\(login)", String(reflecting: login), dumped] {
                #expect(!text.contains("secret") && !text.contains("user"))
            }
        }
    }
}
