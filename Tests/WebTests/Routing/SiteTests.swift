import Desk
import DeskTesting
import Testing
import Web

struct SiteTests {
    private static let names = [
        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control", "X-Robots-Tag",
    ]

    @Test(arguments: Listener.allCases)
    func `every answer carries the security headers, no cookie and no redirect`(listener: Listener) async throws {
        let tester = try SiteTester()
        let token = try tester.test.token()
        for route in tester.site.routes {
            for path in [route.pattern, "/nothing/here", route.pattern + "/"] {
                let target = path.replacing("{token}", with: token).replacing("{number}", with: "1042")
                for method in [route.method, "HEAD", "OPTIONS"] {
                    let response = await tester.send(method, target, on: listener)
                    for name in Self.names { #expect(response.header(name) != nil, "\(name) on \(method) \(target)") }
                    #expect(response.header("set-cookie") == nil && response.header("location") == nil)
                    #expect(!(300..<400).contains(response.status))
                    #expect(response.header("content-security-policy")?.contains("default-src 'none'") == true)
                }
            }
        }
    }

    @Test(
        arguments: [
            ("GET", "/u/x", [.tcp]), ("GET", "/privacy", [.tcp]), ("GET", "/assets/style.css", [.tcp]),
            ("GET", "/metrics", [.adminSocket, .metrics]), ("GET", "/healthz", [.tcp, .adminSocket, .metrics]),
            ("GET", "/readyz", [.tcp, .adminSocket, .metrics]), ("GET", "/api/v1/status", [.tcp, .adminSocket]),
            ("POST", "/api/v1/backups", [.adminSocket]), ("POST", "/api/v1/keys/rotations", [.adminSocket]),
            ("GET", "/api/openapi.json", [.tcp, .adminSocket]),
        ] as [(String, String, Set<Listener>)])
    func `each door has its own routes`(method: String, path: String, doors: Set<Listener>) async throws {
        let tester = try SiteTester()
        for listener in Listener.allCases {
            let isThere =
                if case .found = Router(tester.site.routes).match(method, path, on: listener) { true } else { false }
            #expect(isThere == doors.contains(listener), "\(path) on \(listener)")
        }
    }

    @Test(
        arguments: [("GET", "/api/v1/people/lookup", ["POST"]), ("PATCH", "/api/v1/tickets/search", ["POST"])])
    func `a path that is written out is never an id of another`(
        method: String, path: String, methods: [String]
    ) throws {
        let tester = try SiteTester()
        guard case .otherMethods(let others) = Router(tester.site.routes).match(method, path, on: .tcp) else {
            Issue.record("\(path) was taken for something else")
            return
        }
        #expect(others == methods)
    }

    @Test(arguments: ["evil.example", "help.example.com", "127.0.0.1:8025", "evil.example\" onload=\"x"])
    func `the host of a request is never used`(host: String) async throws {
        let tester = try SiteTester()
        let token = try tester.test.token()
        for path in ["/u/\(token)", "/privacy", "/privacy/facts", "/u/x", "/assets/style.css"] {
            let usual = await tester.send("GET", path, [("Host", "help.example.com")])
            let forged = await tester.send(
                "GET", path, [("Host", host), ("X-Forwarded-Host", host), ("Forwarded", "host=\(host)")])
            #expect(usual.body == forged.body)
            #expect(!forged.text.contains("evil.example"))
            #expect(usual.headers.map(\.value) == forged.headers.map(\.value))
        }
    }

    @Test func `HEAD answers like GET without a body`() async throws {
        let tester = try SiteTester()
        for path in ["/privacy", "/healthz", "/assets/style.css", "/u/\(try tester.test.token())"] {
            let get = await tester.send("GET", path)
            let head = await tester.send("HEAD", path)
            #expect(head.status == get.status && head.body.isEmpty)
            #expect(head.header("content-length") == "\(get.body.count)")
        }
    }

    @Test func `readiness says in words what is wrong and health stays well`() async throws {
        let tester = try SiteTester()
        #expect(await tester.send("GET", "/readyz").status == 200)
        tester.test.store.fail(writing: .notWritable)
        // The answer of a moment ago still serves: asking is cheap for us, too.
        #expect(await tester.send("GET", "/readyz").status == 200)
        tester.test.clock.advance(by: .seconds(2))
        let response = await tester.send("GET", "/readyz", on: .metrics)
        #expect(response.status == 503)
        #expect(response.text.contains("cannot be written"))
        #expect(await tester.send("GET", "/healthz").status == 200)
        #expect(await tester.send("GET", "/metrics", on: .metrics).text == "up 1\n")
    }

    @Test func `an address beyond measure is refused`() async throws {
        let tester = try SiteTester()
        #expect(await tester.send("GET", "/u/" + String(repeating: "A", count: 5000)).status == 414)
    }
}
