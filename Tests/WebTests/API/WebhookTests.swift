import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

/// Webhooks over the API.
struct WebhookTests {
    private let body = "{\"url\":\"https://crm.example/in\",\"events\":[\"ticket.opened\",\"outbox.failed\"]}"

    @Test func `a webhook is added with its secret once, listed without, tried, enabled and removed`() async throws {
        let tester = try SiteTester()
        let made = try await tester.asOperator("POST", "/api/v1/webhooks", json: body).object()
        let (id, secret) = (try #require(made["id"] as? String), try #require(made["secret"] as? String))
        #expect(
            made["state"] as? String == "well" && made["events"] as? [String] == ["outbox.failed", "ticket.opened"])
        let list = await tester.asOperator("GET", "/api/v1/webhooks")
        #expect(list.status == 200 && !list.text.contains(secret) && list.text.contains(id))
        #expect(await tester.asOperator("POST", "/api/v1/webhooks/\(id)/test").status == 204)
        #expect(await tester.asOperator("POST", "/api/v1/webhooks/\(id)/enable").status == 204)
        #expect(await tester.asOperator("DELETE", "/api/v1/webhooks/\(id)").status == 204)
        for (method, path) in [("DELETE", ""), ("POST", "/test"), ("POST", "/enable")] {
            #expect(await tester.asOperator(method, "/api/v1/webhooks/\(id)\(path)").status == 404)
        }
    }

    @Test(arguments: [
        "{\"url\":\"http://crm.example/\",\"events\":[\"ticket.opened\"]}",
        "{\"url\":\"https://x.example/\",\"events\":[]}",
        "{\"url\":\"https://x.example/\",\"events\":[\"test\"]}",
        "{\"url\":\"https://x.example/\",\"events\":[\"ticket\"]}",
        "{\"url\":\"https://x.example/\"}",
    ])
    func `what cannot be is refused`(body: String) async throws {
        let tester = try SiteTester()
        #expect(await tester.asOperator("POST", "/api/v1/webhooks", json: body).status == 422)
        #expect(tester.test.store.snapshot.writes == 0)
    }

    @Test func `only an admin of the whole desk has to do with webhooks`() async throws {
        let tester = try SiteTester()
        let writer = try await tester.test.bearer([.ticketsRead, .ticketsWrite, .peopleRead])
        let bound = try await tester.test.bearer([.admin], mailboxes: [try #require(MailboxName("support"))])
        for token in [writer, bound] {
            #expect(await tester.asBearer(token, "GET", "/api/v1/webhooks").status == 403)
            #expect(await tester.asBearer(token, "POST", "/api/v1/webhooks", json: body).status == 403)
        }
    }

    @Test func `webhooks are described with exactly the fields that are written`() async throws {
        let tester = try SiteTester()
        let made = try await tester.asOperator("POST", "/api/v1/webhooks", json: body).object()
        let document = try JSONSerialization.jsonObject(with: Data(OpenAPI.document.utf8)) as? [String: Any]
        let schemas = (document?["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]]
        let fields = { (name: String) in Set((schemas?[name]?["properties"] as? [String: Any] ?? [:]).keys) }
        #expect(fields("Webhook") == Set(made.keys))
        #expect(fields("NewWebhook") == Set(WebhookBody.CodingKeys.allCases.map(\.rawValue)))
        let names = (schemas?["WebhookTopic"]?["enum"] as? [String]).map(Set.init)
        #expect(names == Set(WebhookTopic.subscribable.map(\.rawValue)))
    }
}
