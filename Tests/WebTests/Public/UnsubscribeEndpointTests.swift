import Desk
import DeskTesting
import Testing
import Web

struct UnsubscribeEndpointTests {
    private static let form = (name: "Content-Type", value: "application/x-www-form-urlencoded")
    private static let oneClick = "List-Unsubscribe=One-Click"

    // P13.
    @Test(arguments: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE"])
    func `P13 fetching a link changes nothing`(method: String) async throws {
        let tester = try SiteTester()
        let before = tester.test.store.snapshot
        for kind in TestDesk.LinkPlace.allCases {
            let path = "/u/\(try tester.test.token(kind))"
            for target in [path, path + "?confirm=1&scope=everything", path + "?List-Unsubscribe=One-Click"] {
                // The body of a wrong method must not count either.
                let response = await tester.send(method, target, [Self.form], body: Self.oneClick)
                #expect(response.status == (method == "GET" || method == "HEAD" ? 200 : 405))
                #expect(response.status == 200 || response.header("allow") == "GET, HEAD, POST")
            }
        }
        #expect(tester.test.store.snapshot == before)
        let real = await tester.send("POST", "/u/\(try tester.test.token())", [Self.form], body: Self.oneClick)
        #expect(real.status == 200)
        #expect(tester.test.store.snapshot != before)
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click", 200),
        ("application/x-www-form-urlencoded; charset=utf-8", "List-Unsubscribe=One-Click\r\n", 200),
        ("", "List-Unsubscribe=One-Click", 200),
        ("application/x-www-form-urlencoded", "confirm=1&scope=everything", 200),
        ("application/x-www-form-urlencoded", "confirm=1&scope=automatic", 200),
        ("application/x-www-form-urlencoded", "confirm=1&scope=ticket&drop=1", 200),
        (
            "multipart/form-data; boundary=\"b\"",
            "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n", 200
        ),
        (
            "multipart/form-data; boundary=b",
            "--b\nContent-Disposition: form-data; name=List-Unsubscribe\n\nOne-Click\n--b--", 200
        ),
        ("application/x-www-form-urlencoded", "", 400),
        ("application/x-www-form-urlencoded", "list-unsubscribe=One-Click", 400),
        ("application/x-www-form-urlencoded", "List-Unsubscribe=one-click", 400),
        ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click&List-Unsubscribe=One-Click", 400),
        ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click&next=//evil.example", 400),
        ("application/x-www-form-urlencoded", "scope=everything", 400),
        ("application/x-www-form-urlencoded", "confirm=0&scope=everything", 400),
        ("application/x-www-form-urlencoded", "confirm=1&scope=all", 400),
        ("application/x-www-form-urlencoded", "confirm=1&scope=everything&scope=ticket", 400),
        ("application/x-www-form-urlencoded", "confirm=1&scope=everything&drop=2", 400),
        ("application/x-www-form-urlencoded", "undo=1", 400),
        ("application/x-www-form-urlencoded", "%zz", 400),
        ("application/x-www-form-urlencoded", "%ff%fe=1", 400),
        ("text/plain", "List-Unsubscribe=One-Click", 400),
        ("application/json", "{\"List-Unsubscribe\":\"One-Click\"}", 400),
        ("multipart/form-data", "List-Unsubscribe=One-Click", 400),
        (
            "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n", 400
        ),
        (
            "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=List-Unsubscribe; filename=x\r\n\r\nOne-Click\r\n--b--",
            400
        ),
        ("multipart/form-data; boundary=b", "--b--", 400),
    ])
    func `a POST acts only when it says exactly how`(type: String, body: String, status: Int) async throws {
        let tester = try SiteTester()
        let before = tester.test.store.snapshot
        let headers = type.isEmpty ? [] : [(name: "Content-Type", value: type)]
        let response = await tester.send("POST", "/u/\(try tester.test.token())", headers, body: body)
        #expect(response.status == status)
        #expect((tester.test.store.snapshot == before) == (status != 200))
        #expect(response.header("location") == nil && response.header("set-cookie") == nil)
    }

    @Test func `one click unsubscribes from everything at once and may be repeated`() async throws {
        let tester = try SiteTester()
        let path = "/u/\(try tester.test.token(.header))"
        for _ in 1...2 {
            let response = await tester.send("POST", path, [Self.form], body: Self.oneClick)
            #expect(response.status == 200)
            #expect(response.header("content-type") == "text/plain; charset=utf-8")
            #expect(response.text == "Unsubscribed.\n")
        }
        let state = tester.test.store.snapshot
        #expect(state.suppressions.map(\.scope) == [.everything])
        #expect(state.suppressions.map(\.source) == [.oneClick])
        #expect(state.entries.values.map(\.summary.state) == [.suppressed])
    }

    @Test(
        arguments: [
            ("everything", false, UnsubscribeScope.everything), ("automatic", false, [.automatic, .marketing]),
            ("ticket", false, .ticket), ("ticket", true, [.ticket, .dropRequest]),
            ("everything", true, [.ticket, .automatic, .marketing, .dropRequest]),
        ] as [(String, Bool, UnsubscribeScope)])
    func `the form stores what was chosen and says it back`(
        scope: String, drops: Bool, expected: UnsubscribeScope
    ) async throws {
        let tester = try SiteTester()
        let body = "confirm=1&scope=\(scope)" + (drops ? "&drop=1" : "")
        let response = await tester.send("POST", "/u/\(try tester.test.token())", [Self.form], body: body)
        #expect(response.status == 200)
        #expect(response.text.contains(Phrase.pageDoneTitle.text(in: .english)))
        let keeps = Phrase.pageKeepsRequest.text(in: .english, ["number": "1042"])
        #expect(response.text.contains(keeps) == !drops)
        let stored = tester.test.store.snapshot.suppressions
        #expect(stored.map(\.scope) == [expected])
        #expect(stored.map(\.source) == [.page])
        #expect(stored.map(\.ticket) == [tester.test.number])
    }

    @Test func `a link whose ticket is gone offers and takes only what can be kept`() async throws {
        let tester = try SiteTester()
        let path = "/u/\(try tester.test.token())"
        tester.test.store.arrange { $0.entries = [:] }
        let page = await tester.send("GET", path)
        #expect(page.status == 200 && !page.text.contains("value=\"ticket\"") && !page.text.contains("name=\"drop\""))
        let before = tester.test.store.snapshot
        for body in ["confirm=1&scope=ticket", "confirm=1&scope=everything&drop=1"] {
            #expect(await tester.send("POST", path, [Self.form], body: body).status == 400)
        }
        #expect(tester.test.store.snapshot == before)
        #expect(await tester.send("POST", path, [Self.form], body: "confirm=1&scope=everything").status == 200)
    }

    @Test func `every link that does not work gets one and the same page`() async throws {
        let tester = try SiteTester()
        let good = try tester.test.token()
        var flipped = Array(good)
        flipped[40] = flipped[40] == "A" ? "B" : "A"
        let bad = [
            String(flipped), String(good.dropLast()), good + "A", "x", String(repeating: "A", count: 80), "%00", "..",
            String(repeating: "A", count: 2000), "<script>",
        ]
        var pages: Set<String> = []
        for token in bad {
            for (method, body) in [("GET", ""), ("POST", Self.oneClick), ("POST", "undo=1")] {
                let response = await tester.send(method, "/u/\(token)", [Self.form], body: body)
                #expect(response.status == 404)
                pages.insert(response.text)
            }
        }
        // A real link used for what it is not for is told the same.
        pages.insert(
            await tester.send("POST", "/u/\(try tester.test.token(.undo))", [Self.form], body: Self.oneClick).text)
        #expect(pages.count == 1)
        #expect(tester.test.store.snapshot.writes == 0)
    }

    @Test func `an undo link takes an unsubscribe back once`() async throws {
        let tester = try SiteTester()
        _ = await tester.send("POST", "/u/\(try tester.test.token())", [Self.form], body: Self.oneClick)
        let path = "/u/\(try tester.test.token(.undo))"
        let page = await tester.send("GET", path)
        #expect(page.text.contains("name=\"undo\" value=\"1\"") && !page.text.contains("name=\"scope\""))
        #expect(tester.test.store.snapshot.suppressions.count == 1)
        let first = await tester.send("POST", path, [Self.form], body: "undo=1")
        #expect(first.status == 200 && first.text.contains(Phrase.pageUndoDone.text(in: .english)))
        #expect(tester.test.store.snapshot.suppressions.isEmpty)
        _ = await tester.send("POST", "/u/\(try tester.test.token())", [Self.form], body: Self.oneClick)
        let second = await tester.send("POST", path, [Self.form], body: "undo=1")
        #expect(second.status == 410 && second.text.contains(Phrase.pageUndoUsed.text(in: .english)))
        #expect(tester.test.store.snapshot.suppressions.count == 1)
    }

    @Test(arguments: [StoreFailure.notWritable, .busy])
    func `a store that takes nothing answers 503 and never claims success`(failure: StoreFailure) async throws {
        let tester = try SiteTester()
        tester.test.store.fail(writing: failure)
        let response = await tester.send("POST", "/u/\(try tester.test.token())", [Self.form], body: Self.oneClick)
        #expect(response.status == 503)
        #expect(response.header("retry-after").flatMap { Int($0) } ?? 0 > 0)
        #expect(tester.test.store.snapshot.suppressions.isEmpty)
        // Reading goes on (P9).
        #expect(await tester.send("GET", "/u/\(try tester.test.token())").status == 200)
    }

    @Test func `a body over the limit of a public page is refused unread`() async throws {
        let tester = try SiteTester()
        let request = WebRequest(
            method: "POST", target: "/u/\(try tester.test.token())", headers: [Self.form],
            body: [UInt8](repeating: 0x61, count: 8 * 1024 + 1), listener: .tcp)
        #expect(await tester.site.answer(request).status == 413)
        guard case .admitted(let limit, _) = await tester.site.admit(request) else {
            Issue.record("the head was refused")
            return
        }
        #expect(limit == 8 * 1024)
    }
}
