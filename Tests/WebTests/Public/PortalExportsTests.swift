import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Web

/// Copies on `/my`: asked for, made, handed over by a link that works once, fetched, ended; and nobody else's.
struct PortalExportsTests {
    private static let form = (name: "Content-Type", value: "application/x-www-form-urlencoded")

    private static func made(_ tester: SiteTester, _ kind: Export.Kind = .access) async throws -> Export {
        let (cookie, key) = try await tester.signIn()
        let asked = await tester.send(
            "POST", "/my/exports", [form, cookie], body: "key=\(key)&kind=\(kind.rawValue)")
        #expect(asked.status == 303 && asked.header("location") == "exports")
        let worker = ExportWorker(desk: tester.test.desk)
        for planned in try await tester.test.store.plannedExports() { #expect(try await worker.make(planned)) }
        try await worker.hand()
        return try #require(tester.test.store.snapshot.exports.values.first { $0.kind == kind })
    }

    private static func link(_ tester: SiteTester) throws -> String {
        let found = tester.test.store.snapshot.links.last { if case .export = $0.link.purpose { true } else { false } }
        return "/my/link/" + (try #require(found)).secret
    }

    @Test(arguments: Export.Kind.allCases)
    func `Art 15 and 20 a copy is asked for with one click and its request is closed when it can be fetched`(
        kind: Export.Kind
    ) async throws {
        let tester = try SiteTester()
        let export = try await Self.made(tester, kind)
        #expect(export.state == .ready && export.handedAt != nil && export.author == "person")
        let request = try #require(tester.test.store.snapshot.requests.values.first)
        #expect(request.right == kind.right && request.channel == .portal && request.decision == .fulfilled)
        #expect(export.request == request.id)
        #expect(tester.test.store.snapshot.rightsLetters.isEmpty, "the link is the answer; no second mail says so")
        let (cookie, key) = try await tester.signIn()
        let page = await tester.send("GET", "/my/exports", [cookie])
        #expect(page.text.contains("/my/exports/\(export.id.hex)\" download"))
        #expect(!page.text.contains("value=\"\(kind.rawValue)\""), "one of a kind is enough")
        let again = await tester.send("POST", "/my/exports", [Self.form, cookie], body: "key=\(key)&kind=\(kind)")
        #expect(again.status == 303 && tester.test.store.snapshot.exports.count == 1)
        #expect(tester.test.store.snapshot.requests.count == 1)
        let file = await tester.send("GET", "/my/exports/\(export.id.hex)", [cookie])
        #expect(file.status == 200 && file.stream?.length == export.contents?.bytes)
        #expect(file.header("content-disposition")?.contains("export-\(kind.rawValue).zip") == true)
        #expect(file.header("cache-control") == "no-store")
    }

    @Test func `the link in the mail opens the page of copies once, and never for a copy that is over`() async throws {
        let tester = try SiteTester()
        let export = try await Self.made(tester)
        let path = try Self.link(tester)
        let page = await tester.send("GET", path)
        #expect(page.status == 200 && page.text.contains("copy of your data"))
        let used = await tester.send("POST", path, [Self.form], body: "use=1")
        #expect(used.status == 303 && used.header("location") == "../exports")
        #expect(used.header("set-cookie")?.hasPrefix("__Host-my=") == true)
        for method in ["GET", "POST"] {
            let again = await tester.send(method, path, [Self.form], body: method == "POST" ? "use=1" : "")
            #expect(again.status == 404, "it was used")
        }
        // Another copy, whose link nobody used before its time was over.
        let second = try await Self.made(tester, .portability)
        let late = try Self.link(tester)
        tester.test.clock.advance(by: .seconds(6 * 86_400))
        #expect(await tester.send("GET", late).status == 200, "it lives as long as its copy, not a day")
        tester.test.clock.advance(by: .seconds(86_400))
        #expect(await tester.send("GET", late).status == 404)
        #expect(await tester.send("POST", late, [Self.form], body: "use=1").status == 404)
        #expect(second.id != export.id)
    }

    @Test func `a copy that is ended is nobody's any more, and neither is its link`() async throws {
        let tester = try SiteTester()
        let export = try await Self.made(tester)
        let (cookie, key) = try await tester.signIn()
        let ended = await tester.send(
            "POST", "/my/exports/\(export.id.hex)/end", [Self.form, cookie], body: "key=\(key)")
        #expect(ended.status == 303 && ended.header("location") == "../../exports")
        #expect(tester.test.store.snapshot.exports[export.id]?.state == .gone)
        #expect(tester.test.store.snapshot.exportBytes[export.id] == nil)
        #expect(await tester.send("GET", "/my/exports/\(export.id.hex)", [cookie]).status == 404)
        #expect(await tester.send("GET", try Self.link(tester)).status == 404)
    }

    @Test func `somebody else's copy, and one that staff have not handed over, are not there`() async throws {
        let tester = try SiteTester()
        let test = tester.test
        _ = try await test.desk.prepareExport(
            of: test.person, .access, verified: ErasureVerification(how: .phone, by: "Otto"), as: .operatorOnHost)
        let worker = ExportWorker(desk: test.desk)
        for planned in try await test.store.plannedExports() { #expect(try await worker.make(planned)) }
        let staffs = try #require(test.store.snapshot.exports.values.first)
        let stranger = Export(
            id: ExportID(from: test.desk.world), kind: .access, state: .ready, person: PersonID(from: test.desk.world),
            how: .portal, author: "person", askedAt: TestDesk.start, readyAt: TestDesk.start,
            expiresAt: TestDesk.start.addingTimeInterval(86_400), contents: staffs.contents)
        test.store.arrange { $0.exports[stranger.id] = stranger }
        let (cookie, key) = try await tester.signIn()
        let page = await tester.send("GET", "/my/exports", [cookie])
        for id in [staffs.id.hex, stranger.id.hex] {
            #expect(page.status == 200 && !page.text.contains(id))
            #expect(await tester.send("GET", "/my/exports/\(id)", [cookie]).status == 404)
            let ended = await tester.send("POST", "/my/exports/\(id)/end", [Self.form, cookie], body: "key=\(key)")
            #expect(ended.status == 404)
        }
        #expect(try await worker.hand() == 0)
        #expect(test.store.snapshot.exports[staffs.id]?.state == .ready)
    }

    @Test func `taking the request back ends the copy that is being made`() async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        _ = await tester.send("POST", "/my/exports", [Self.form, cookie], body: "key=\(key)&kind=access")
        let request = try #require(tester.test.store.snapshot.requests.keys.first)
        let taken = await tester.send(
            "POST", "/my/requests/\(request.hex)/withdrawal", [Self.form, cookie], body: "key=\(key)")
        #expect(taken.status == 303)
        #expect(tester.test.store.snapshot.exports.values.map(\.state) == [.gone])
        #expect(try await ExportWorker(desk: tester.test.desk).hand() == 0)
    }

    @Test func `a request by phone is answered with a copy through the API, and its person finds it`() async throws {
        let tester = try SiteTester()
        let test = tester.test
        _ = try await test.desk.prepareExport(
            of: test.person, .access, verified: ErasureVerification(how: .phone, by: "Otto"), as: .operatorOnHost)
        let worker = ExportWorker(desk: test.desk)
        for planned in try await test.store.plannedExports() { #expect(try await worker.make(planned)) }
        let export = try #require(test.store.snapshot.exports.values.first)
        let made = try await tester.asOperator(
            "POST", "/api/v1/requests",
            json: "{\"right\": \"access\", \"channel\": \"phone\", \"person\": \"\(test.person.hex)\"}"
        ).object()
        let id = try #require(made["id"] as? String)
        let path = "/api/v1/requests/\(id)/decision"
        let answer = "{\"decision\": \"fulfilled\", \"export\": \"\(export.id.hex)\"}"
        #expect(await tester.asOperator("POST", path, json: answer).status == 422, "nobody was recognised yet")
        #expect(test.store.snapshot.links.isEmpty && test.store.snapshot.exports[export.id]?.handedAt == nil)
        _ = await tester.asOperator("POST", "/api/v1/requests/\(id)/verification", json: "{\"how\": \"called back\"}")
        for wrong in ["\"refused\", \"ground\": \"not-applicable\", \"reason\": \"x\"", "\"withdrawn\""] {
            let body = "{\"decision\": \(wrong), \"export\": \"\(export.id.hex)\"}"
            #expect(await tester.asOperator("POST", path, json: body).status == 422)
        }
        let closed = await tester.asOperator("POST", path, json: answer)
        #expect(closed.status == 200)
        #expect(try closed.object()["decision"] as? String == "fulfilled")
        let shown = try await tester.asOperator("GET", "/api/v1/exports/\(export.id.hex)").object()
        #expect(shown["request"] as? String == id && shown["handedAt"] is String)
        #expect(test.store.snapshot.rightsLetters.last == .copy(text: nil))
        let used = await tester.send("POST", try Self.link(tester), [Self.form], body: "use=1")
        let cookie = String((used.header("set-cookie") ?? "").prefix { $0 != ";" })
        let file = await tester.send("GET", "/my/exports/\(export.id.hex)", [("Cookie", cookie)])
        #expect(file.status == 200)
    }

    @Test func `a shared address gets no copy by itself`() async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        tester.test.store.arrange { state in
            state.people[tester.test.person]?.address = EmailAddress("info@customer.example")
        }
        let page = await tester.send("GET", "/my/exports", [cookie])
        #expect(page.status == 200 && !page.text.contains("name=\"kind\""))
        let asked = await tester.send("POST", "/my/exports", [Self.form, cookie], body: "key=\(key)&kind=access")
        #expect(asked.status == 404 && tester.test.store.snapshot.exports.isEmpty)
    }
}
