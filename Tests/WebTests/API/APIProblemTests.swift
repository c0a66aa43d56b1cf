import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

struct APIProblemTests {
    @Test(
        arguments: [
            ("{\"text\":\"x\",\"colour\":1}", 422, "colour"), ("{\"text\":7}", 422, "text"), ("{}", 422, "text"),
            ("{\"text\":null}", 422, "text"), ("{\"text\":\"x\",\"cc\":[1]}", 422, "cc[0]"),
            ("{\"text\":\"x\",\"cc\":[\"no address\"]}", 422, "cc[0]"),
            (
                "{\"text\":\"x\",\"attachments\":[{\"filename\":\"a\",\"content\":\"%\"}]}", 422,
                "attachments[0].content"
            ),
            (
                "{\"text\":\"x\",\"attachments\":[{\"filename\":\"a\",\"content\":\"\",\"x\":1}]}", 422,
                "attachments[0].x"
            ),
            ("{\"text\":\"x\",\"override\":{\"reason\":\"r\"}}", 422, "override.basis"),
            ("{\"text\":\" \"}", 422, "text"), ("{\"te\\u202Ext\":\"x\"}", 422, "te?xt"),
            ("", 400, nil), ("{", 400, nil), ("\u{0}", 400, nil), ("[]", 422, ""), ("\"x\"", 422, ""),
        ] as [(String, Int, String?)])
    func `a body that is not exactly a reply is refused and its field named`(
        body: String, status: Int, field: String?
    ) async throws {
        let tester = try SiteTester()
        let response = await tester.asOperator("POST", "/api/v1/tickets/1042/replies", json: body)
        #expect(response.status == status)
        let problem = try response.object()
        #expect(problem["field"] as? String == field)
        #expect(problem["status"] as? Int == status)
        #expect(tester.test.store.snapshot.writes == 0)
    }

    @Test(arguments: [
        ("GET", "/api/v1/tickets?search=ann@customer.example", 422), ("GET", "/api/v1/tickets?status=odd", 422),
        ("GET", "/api/v1/tickets?limit=0", 422), ("GET", "/api/v1/tickets?limit=x", 422),
        ("GET", "/api/v1/tickets?after=x", 422), ("GET", "/api/v1/tickets?status=open&status=new", 422),
        ("GET", "/api/v1/tickets/0", 404), ("GET", "/api/v1/tickets/1", 404), ("GET", "/api/v1/tickets/x", 404),
        ("GET", "/api/v1/tickets/99999999999999999999", 404), ("GET", "/api/v1/people/zz", 404),
        ("GET", "/api/v1/people/00000000000000000000000000000000", 404), ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1", 404), ("PUT", "/api/v1/tickets", 405),
        ("GET", "/api/v1/tickets?after=" + String(repeating: "A", count: 5_000), 414),
        ("POST", "/api/v1/outbox/zz/retry", 404),
        ("DELETE", "/api/v1/tokens/00000000000000000000000000000000", 404),
    ])
    func `what does not exist or cannot be is a problem in three parts`(
        method: String, target: String, status: Int
    ) async throws {
        let tester = try SiteTester()
        let response = await tester.asOperator(method, target)
        #expect(response.status == status)
        #expect(response.header("content-type") == "application/problem+json")
        let problem = try APICoding.decoder().decode(APIProblem.self, from: Data(response.body))
        #expect(problem.type.hasPrefix("urn:ticketd:") && problem.status == status)
        #expect(!problem.title.isEmpty && problem.detail.count > problem.title.count)
        // A problem repeats nothing personal (P14).
        #expect(!response.text.contains("customer.example"))
    }

    @Test func `without a token 401, with a wrong one 401, with too small a scope 403, out of sight 404`() async throws
    {
        let tester = try SiteTester()
        let path = "/api/v1/tickets/1042"
        let none = await tester.send("GET", path)
        #expect(none.status == 401 && none.header("www-authenticate") == "Bearer realm=\"ticketd\"")
        for header in ["Bearer x", "Bearer tkd_aaaa", "Bearer ", "Basic YTpi", ""] {
            let response = await tester.send("GET", path, [("Authorization", header)])
            #expect(response.status == 401)
        }
        let wrong = await tester.asBearer("tkd_" + String(repeating: "a", count: 52), "GET", path)
        #expect(wrong.header("www-authenticate")?.contains("invalid_token") == true)
        let reader = try await tester.test.bearer([.ticketsRead])
        #expect(await tester.asBearer(reader, "GET", path).status == 200)
        let forbidden = await tester.asBearer(reader, "POST", path + "/notes", json: "{\"text\":\"x\"}")
        #expect(forbidden.status == 403)
        #expect(try forbidden.object()["scope"] as? String == "tickets:write")
        let elsewhere = try await tester.test.bearer([.ticketsRead], mailboxes: [try #require(MailboxName("sales"))])
        let unseen = await tester.asBearer(elsewhere, "GET", path)
        let absent = await tester.asBearer(elsewhere, "GET", "/api/v1/tickets/1043")
        #expect(unseen.status == 404 && absent.status == 404)
        #expect(unseen.text.replacing("1042", with: "") == absent.text.replacing("1043", with: ""))
        tester.test.clock.advance(by: .seconds(3601))
        #expect(await tester.asBearer(reader, "GET", path).status == 401)
    }

    @Test func `a local user whom nobody mapped sees the status and nothing else`() async throws {
        let tester = try SiteTester()
        for (path, status) in [("/api/v1/status", 200), ("/api/v1/tickets", 403), ("/api/v1/tokens", 403)] {
            let response = await tester.site.respond(
                to: WebRequest(
                    method: "GET", target: path, listener: .adminSocket, principal: .unmappedLocalUser))
            #expect(response.status == status)
        }
        // Over TCP nobody is anybody without a token, whatever the connection claims.
        let forged = await tester.site.respond(
            to: WebRequest(method: "GET", target: "/api/v1/status", listener: .tcp, principal: .operatorOnHost))
        #expect(forged.status == 401)
    }

    @Test(arguments: [
        (StoreFailure.notWritable, 503, true), (.busy, 503, true), (.ioFailed, 500, false), (.damaged, 500, false),
        (.keyDestroyed, 410, false), (.notFound, 404, false),
    ])
    func `a store that fails is a problem that says when to come back`(
        failure: StoreFailure, status: Int, retries: Bool
    ) async throws {
        let tester = try SiteTester()
        tester.test.store.fail(writing: failure)
        let response = await tester.asOperator("POST", "/api/v1/tickets/1042/notes", json: "{\"text\":\"x\"}")
        #expect(response.status == status)
        #expect((response.header("retry-after") != nil) == retries)
        #expect(await tester.asOperator("GET", "/api/v1/tickets/1042").status == 200)
    }

    @Test func `a body that is not declared as JSON is 415 and one too large 413`() async throws {
        let tester = try SiteTester()
        let token = try await tester.test.bearer([.ticketsWrite])
        let header = [(name: "Authorization", value: "Bearer \(token)")]
        let undeclared = await tester.send(
            "POST", "/api/v1/tickets/1042/notes", header + [("Content-Type", "text/plain")], body: "{\"text\":\"x\"}")
        #expect(undeclared.status == 415)
        let large = await tester.asBearer(
            token, "POST", "/api/v1/tickets/1042/notes", json: String(repeating: " ", count: 1024 * 1024 + 1))
        #expect(large.status == 413)
        #expect(large.header("content-type") == "application/problem+json")
    }

    @Test func `nothing leaves while sending is refused by configuration`() async throws {
        let tester = try SiteTester { $0.sendingRefusal = "Set public_url to an https address." }
        let response = await tester.asOperator("POST", "/api/v1/tickets/1042/replies", json: "{\"text\":\"x\"}")
        #expect(response.status == 503 && response.text.contains("Set public_url"))
    }

    @Test(arguments: ["7", "\"\"", "\"x\"", "W/\"1\"", "\"99999999999999999999\""])
    func `an If-Match that is no version is refused`(value: String) async throws {
        let tester = try SiteTester()
        let token = try await tester.test.bearer([.ticketsWrite])
        let response = await tester.asBearer(
            token, "PATCH", "/api/v1/tickets/1042", json: "{}", [(name: "If-Match", value: value)])
        #expect(response.status == 422)
    }
}
