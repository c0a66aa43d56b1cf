import Testing

@testable import Mail

@Suite struct MessageAuthenticationTests {
    struct Header: CustomTestStringConvertible, Sendable {
        let lines: [String]
        let verdict: AuthenticationVerdict
        var testDescription: String { lines.joined(separator: " / ") }

        init(_ verdict: AuthenticationVerdict, _ lines: String...) {
            self.lines = lines
            self.verdict = verdict
        }
    }

    static let headers: [Header] = [
        Header(.pass, "mx.example.com; dmarc=pass header.from=example.org"),
        Header(.pass, "MX.Example.COM 1; spf=fail; dmarc=pass (p=none) header.from=example.org"),
        Header(.pass, "(hi) mx.example.com (there) ; dmarc (x) = (y) pass"),
        Header(.pass, "\"mx.example.com\"; dkim=pass reason=\"a; dmarc=fail\" header.d=x; dmarc=pass"),
        Header(.pass, "mx.example.com;\r\n dmarc=pass\r\n header.from=example.org"),
        Header(.pass, "mx.example.com; dmarc/1=pass"),
        Header(.fail, "mx.example.com; dmarc=fail header.from=example.org"),
        Header(.fail, "mx.example.com; dmarc=pass; dmarc=fail"),
        Header(.none, "mx.example.com; dmarc=bestguesspass"),
        Header(.none, "mx.example.com; dmarc=none"),
        Header(.none, "mx.example.com; none"),
        Header(.none, "mx.example.com"),
        Header(.none, "mx.example.com 2; dmarc=pass"),
        Header(.none, "mx.example.com; dmarc/2=pass"),
        Header(.none, "mx.example.com; dkim=pass (dmarc=pass)"),
        Header(.none, "mx.example.com; (; dmarc=pass"),
        Header(.none, "mx.example.com; dkim=pass reason=\"; dmarc=pass\""),
        Header(.none, "mx.example.com.evil.example; dmarc=pass"),
        Header(.none, "mx.example.com; dmarc=pass header.from=other.example"),
        Header(.pass, "evil.example; dmarc=fail", "mx.example.com; dmarc=pass"),
        Header(.none, "mx.example.com; spf=pass", "mx.example.com; dmarc=pass"),
        Header(.fail, "mx.example.com; dmarc=fail", "mx.example.com; dmarc=pass"),
        Header(.none, "evil.example; dmarc=pass"),
        Header(.none),
    ]

    @Test(arguments: headers)
    func `only the topmost report of the trusted server counts`(header: Header) {
        let fields = header.lines.map { "Authentication-Results: " + $0 + "\r\n" }.joined()
        let message = parse(fields + "From: ada@example.org\r\n\r\nx")
        #expect(message.authentication(trusting: "mx.example.com") == header.verdict)
        #expect(message.authentication(trusting: "") == .none)
    }

    @Test func `a pass does not count for two authors or for none`() {
        let report = "Authentication-Results: mx.example.com; dmarc=pass\n"
        for authors in [
            "From: a@x.example, b@y.example\n", "From: a@x.example\nFrom: b@y.example\n", "From: x:;\n", "",
        ] {
            #expect(parse(report + authors + "\nx").authentication(trusting: "mx.example.com") == .none)
        }
    }

    @Test func `a report inside an attached message is not heard`() {
        let message = parse(
            "From: a@x.example\nContent-Type: message/rfc822\n\n"
                + "Authentication-Results: mx.example.com; dmarc=pass\nFrom: a@x.example\n\nx")
        #expect(message.authentication(trusting: "mx.example.com") == .none)
    }

    private func parse(_ text: String) -> Message { MessageParser().parse(Array(text.utf8)) }
}
