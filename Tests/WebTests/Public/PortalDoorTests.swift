import Desk
import DeskTesting
import Foundation
import Testing
import Web

/// The way into `/my`: nothing tells whether an address is known, a link works once, nobody is signed in by somebody
/// else's hand.
struct PortalDoorTests {
    private static let form = (name: "Content-Type", value: "application/x-www-form-urlencoded")

    @Test func `P15 the answer is the same for a known and an unknown address, and nobody is looked up`() async throws {
        let tester = try SiteTester()
        var answers: Set<String> = []
        for address in ["ann%40customer.example", "nobody%40customer.example", "ANN%40customer.example"] {
            let answer = await tester.send("POST", "/my/ask", [Self.form], body: "address=\(address)")
            #expect(answer.status == 200)
            answers.insert("\(answer.headers.map { "\($0.name): \($0.value)" })\(answer.text)")
        }
        #expect(answers.count == 1)
        let state = tester.test.store.snapshot
        #expect(state.asks == ["ann@customer.example", "nobody@customer.example"] && state.links.isEmpty)
        let desk = PortalDesk(desk: tester.test.desk)
        #expect(try await desk.answer() == PortalAnswers(settled: 2, sent: 1))
        #expect(tester.test.store.snapshot.links.map(\.link.person) == [tester.test.person])
    }

    @Test(arguments: [
        ("address=x", 422), ("address=", 422), ("", 403), ("address=a%40b.example&next=x", 403),
        ("address=a%40b.example%0D%0ABcc%3A+x%40y.example", 422), ("address=%3Cscript%3E", 422),
    ])
    func `what is no address is asked for again`(body: String, status: Int) async throws {
        let tester = try SiteTester()
        let answer = await tester.send("POST", "/my/ask", [Self.form], body: body)
        #expect(answer.status == status)
        #expect(tester.test.store.snapshot.writes == 0)
        #expect(!answer.text.contains("<script"))
    }

    @Test(arguments: ["GET", "HEAD"])
    func `P13 fetching a link changes nothing, as often as it is fetched`(method: String) async throws {
        let tester = try SiteTester()
        let path = try await tester.linkPath()
        let before = tester.test.store.snapshot
        for target in [path, path + "?use=1", path] {
            let answer = await tester.send(method, target, [Self.form, ("Purpose", "prefetch")], body: "use=1")
            #expect(answer.status == 200 && answer.header("set-cookie") == nil)
            #expect(answer.header("referrer-policy") == "no-referrer" && answer.header("cache-control") == "no-store")
        }
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `a link opens the portal once`() async throws {
        let tester = try SiteTester()
        let path = try await tester.linkPath()
        let used = await tester.send("POST", path, [Self.form], body: "use=1")
        #expect(used.status == 303 && used.header("location") == "../../my")
        let cookie = try #require(used.header("set-cookie"))
        for word in ["__Host-my=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
            #expect(cookie.contains(word))
        }
        #expect(!cookie.contains("Domain") && !cookie.contains("Max-Age"))
        let home = await tester.send("GET", "/my", [("Cookie", String(cookie.prefix { $0 != ";" }))])
        #expect(home.status == 200 && home.text.contains(TestDesk.customer))
        #expect(home.header("cache-control") == "no-store")
        let again = await tester.send("POST", path, [Self.form], body: "use=1")
        #expect(again.status == 404 && again.header("set-cookie") == nil)
        #expect(await tester.send("GET", path).status == 404)
    }

    @Test func `a browser's own session is never adopted, and ends when another begins`() async throws {
        let tester = try SiteTester()
        // Session fixation: somebody put a cookie into the browser before.
        let planted = String(repeating: "B", count: 42) + "A"
        let used = await tester.send(
            "POST", try await tester.linkPath(), [Self.form, ("Cookie", "__Host-my=\(planted)")], body: "use=1")
        let first = try #require(used.header("set-cookie")).prefix { $0 != ";" }
        #expect(!first.contains(planted))
        #expect(await tester.send("GET", "/my", [("Cookie", "__Host-my=\(planted)")]).text.contains("name=\"address\""))
        let next = await tester.send(
            "POST", try await tester.linkPath(), [Self.form, ("Cookie", String(first))], body: "use=1")
        #expect(next.status == 303)
        #expect(await tester.send("GET", "/my", [("Cookie", String(first))]).text.contains("name=\"address\""))
        #expect(tester.test.store.snapshot.portalSessions.count == 1)
    }

    @Test(arguments: ["cross-site", "same-site"])
    func `another site sends no form of ours`(site: String) async throws {
        let tester = try SiteTester()
        let path = try await tester.linkPath()
        let before = tester.test.store.snapshot
        for (target, body) in [(path, "use=1"), ("/my/ask", "address=a%40b.example")] {
            let answer = await tester.send("POST", target, [Self.form, ("Sec-Fetch-Site", site)], body: body)
            #expect(answer.status == 403 && answer.header("set-cookie") == nil)
        }
        #expect(tester.test.store.snapshot == before)
    }

    @Test(arguments: ["", "use=0", "use=1&use=1", "use=1&next=//evil.example"])
    func `a POST that does not say exactly how uses no link`(body: String) async throws {
        let tester = try SiteTester()
        let path = try await tester.linkPath()
        let before = tester.test.store.snapshot
        #expect(await tester.send("POST", path, [Self.form], body: body).status == 403)
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `every link that does not work gets one and the same page`() async throws {
        let tester = try SiteTester()
        let good = try await tester.linkPath()
        let used = try await tester.linkPath()
        _ = await tester.send("POST", used, [Self.form], body: "use=1")
        var pages: Set<String> = []
        let wrong = [
            used, String(good.dropLast()), good + "A", "/my/link/x", "/my/link/%00",
            "/my/link/" + String(repeating: "A", count: 43), "/my/link/" + String(repeating: "A", count: 2000),
        ]
        for path in wrong {
            for (method, body) in [("GET", ""), ("POST", "use=1")] {
                let answer = await tester.send(method, path, [Self.form], body: body)
                #expect(answer.status == 404)
                pages.insert(answer.text)
            }
        }
        tester.test.clock.advance(by: .seconds(86_400))
        pages.insert(await tester.send("POST", good, [Self.form], body: "use=1").text)
        #expect(pages.count == 1)
    }

    @Test func `signing out needs the session's own key`() async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        for body in ["", "key=", "key=x", "key=\(key)&more=1"] {
            #expect(await tester.send("POST", "/my/sign-out", [Self.form, cookie], body: body).status == 403)
        }
        #expect(tester.test.store.snapshot.portalSessions.count == 1)
        let out = await tester.send("POST", "/my/sign-out", [Self.form, cookie], body: "key=\(key)")
        #expect(out.status == 200 && out.header("set-cookie")?.contains("Max-Age=0") == true)
        #expect(tester.test.store.snapshot.portalSessions.isEmpty)
    }

    @Test func `a session that is idle for a quarter of an hour is over`() async throws {
        let tester = try SiteTester()
        let (cookie, _) = try await tester.signIn()
        tester.test.clock.advance(by: .seconds(14 * 60))
        #expect(await tester.send("GET", "/my", [cookie]).text.contains(TestDesk.customer))
        tester.test.clock.advance(by: .seconds(15 * 60))
        #expect(await tester.send("GET", "/my", [cookie]).text.contains("name=\"address\""))
    }

    @Test func `two cookies of the name are none`() async throws {
        let tester = try SiteTester()
        let (cookie, _) = try await tester.signIn()
        let planted = "__Host-my=" + String(repeating: "A", count: 43)
        let answer = await tester.send("GET", "/my", [("Cookie", planted + "; " + cookie.value)])
        #expect(answer.text.contains("name=\"address\""))
    }

    @Test func `nothing is shown at a time when nothing can be mailed`() async throws {
        let tester = try SiteTester { $0.sendingRefusal = "public_url is not https" }
        let answer = await tester.send("POST", "/my/ask", [Self.form], body: "address=a%40b.example")
        #expect(answer.status == 503 && !answer.text.contains("public_url"))
    }

    @Test func `a link proves its request and opens no portal`() async throws {
        let tester = try SiteTester()
        let made = await tester.asOperator(
            "POST", "/api/v1/requests",
            json: "{\"right\": \"erasure\", \"channel\": \"phone\", \"person\": \"\(tester.test.person.hex)\"}")
        let id = try #require(try made.object()["id"] as? String)
        let sent = await tester.asOperator("POST", "/api/v1/requests/\(id)/link")
        #expect(sent.status == 202)
        let secret = try #require(tester.test.store.snapshot.links.last?.secret)
        let page = await tester.send("GET", "/my/link/\(secret)")
        let reference = try #require(try made.object()["reference"] as? String)
        #expect(page.status == 200 && page.text.contains(reference))
        let used = await tester.send("POST", "/my/link/\(secret)", [Self.form], body: "use=1")
        #expect(used.status == 200 && used.header("set-cookie") == nil && used.text.contains(reference))
        let request = await tester.asOperator("GET", "/api/v1/requests/\(id)")
        #expect(try request.object()["state"] as? String == "verified")
        #expect(try request.object()["proof"] as? String == "link")
        #expect(await tester.asOperator("POST", "/api/v1/requests/\(id)/link").status == 422)
    }
}

extension SiteTester {
    /// The path of a link that was mailed to the customer.
    func linkPath() async throws -> String {
        let address = try Samples.address(TestDesk.customer)
        try await test.desk.askForLink(to: address)
        try await PortalDesk(desk: test.desk).answer()
        return "/my/link/" + (test.store.snapshot.links.last?.secret ?? "")
    }

    /// Signs the customer in: the cookie, and the key that forms carry.
    func signIn() async throws -> (cookie: (name: String, value: String), key: String) {
        let used = await send(
            "POST", try await linkPath(), [("Content-Type", "application/x-www-form-urlencoded")], body: "use=1")
        let cookie = String((used.header("set-cookie") ?? "").prefix { $0 != ";" })
        guard let pass = PortalPass(String(cookie.dropFirst("__Host-my=".count))) else { throw NotSignedIn() }
        return (("Cookie", cookie), pass.formKey)
    }

    struct NotSignedIn: Error {}
}
