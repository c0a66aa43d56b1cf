import Desk
import DeskTesting
import Foundation
import Testing
import Web

/// `POST /api/v1/tickets/{number}/messages/{id}/forward`.
struct ForwardingTests {
    private static func path(_ tester: SiteTester) throws -> String {
        let id = try #require(tester.test.store.snapshot.tickets[tester.test.number]?.messages.first?.id.hex)
        return "/api/v1/tickets/1042/messages/\(id)/forward"
    }

    @Test func `a message is forwarded once for one key, and the disclosure is shown with ticket and person`()
        async throws
    {
        let tester = try SiteTester()
        let token = try await tester.test.bearer([.ticketsWrite])
        let body =
            "{\"to\":\"vendor@parts.example\",\"reason\":\"warranty\",\"basis\":\"Art. 28\",\"allAttachments\":true}"
        let headers = [(name: "Idempotency-Key", value: "k1"), (name: "If-Match", value: "\"1\"")]
        let first = await tester.asBearer(token, "POST", try Self.path(tester), json: body, headers)
        #expect(first.status == 201)
        let message = try APICoding.decoder().decode(APIMessage.self, from: Data(first.body))
        #expect(message.direction == "out" && message.to == "vendor@parts.example")
        let second = await tester.asBearer(token, "POST", try Self.path(tester), json: body, headers)
        #expect(second.body == first.body)
        let shown = try APICoding.decoder().decode(
            APITicket.self, from: Data(await tester.asOperator("GET", "/api/v1/tickets/1042").body))
        let disclosure = try #require(shown.disclosures?.first)
        #expect(shown.disclosures?.count == 1 && disclosure.kind == "forward" && disclosure.ticket == 1042)
        #expect(disclosure.to == "vendor@parts.example" && disclosure.reason == "warranty")
        #expect(disclosure.basis == "Art. 28" && disclosure.files == 1 && disclosure.state == "queued")
        let person = try APICoding.decoder().decode(
            APIPerson.self,
            from: Data(await tester.asOperator("GET", "/api/v1/people/\(tester.test.person.hex)").body))
        #expect(person.disclosures == shown.disclosures)
    }

    @Test(arguments: [
        ("{\"to\":\"vendor@parts.example\"}", 422), ("{\"reason\":\"r\"}", 422),
        ("{\"to\":\"nobody\",\"reason\":\"r\"}", 422), ("{\"to\":\"vendor@parts.example\",\"reason\":\"\"}", 422),
        ("{\"to\":\"support+x@example.com\",\"reason\":\"r\"}", 422),
        ("{\"to\":\"ann@customer.example\",\"reason\":\"r\"}", 422),
        ("{\"to\":\"vendor@parts.example\",\"reason\":\"r\",\"attachments\":[\"x\"]}", 422),
        ("{\"to\":\"v@p.example\",\"reason\":\"r\",\"attachments\":[\"0123456789abcdef0123456789abcdef\"]}", 422),
        ("{\"to\":\"v@p.example\",\"reason\":\"r\",\"why\":\"x\"}", 422),
    ])
    func `what is missing or wrong is refused, and nothing is written`(body: String, status: Int) async throws {
        let tester = try SiteTester()
        let before = tester.test.store.snapshot.tickets
        #expect(await tester.asOperator("POST", try Self.path(tester), json: body).status == status)
        #expect(tester.test.store.snapshot.tickets == before && tester.test.store.snapshot.entries.count == 1)
    }
}
