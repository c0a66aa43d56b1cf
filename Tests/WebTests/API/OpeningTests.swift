import Desk
import DeskTesting
import Foundation
import Testing
import Web

/// `POST /api/v1/tickets`: writing first.
struct OpeningTests {
    static let path = "/api/v1/tickets"

    static func body(_ changes: [String: Any?] = [:]) throws -> String {
        var body: [String: Any] = [
            "mailbox": "support", "to": "new@customer.example", "subject": "Your order", "text": "Where shall it go?",
            "reason": "the parcel came back", "basis": "Art. 6(1)(b)",
        ]
        for (name, value) in changes { body[name] = value }
        return String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
    }

    @Test func `a ticket is opened with its mail, once for one Idempotency-Key`() async throws {
        let tester = try SiteTester()
        let token = try await tester.test.bearer([.ticketsWrite])
        let key = [(name: "Idempotency-Key", value: "k1")]
        let body = try Self.body(["attachments": [["filename": "a.txt", "content": "aGk="]]])
        let first = await tester.asBearer(token, "POST", Self.path, json: body, key)
        #expect(first.status == 201 && first.header("etag") == "\"1\"")
        let ticket = try APICoding.decoder().decode(APITicket.self, from: Data(first.body))
        #expect(ticket.number == 1043 && ticket.status == "pending" && ticket.mailbox == "support")
        #expect(ticket.subject == "Your order" && ticket.person.address == "new@customer.example")
        #expect(ticket.messageCount == 1 && ticket.messages == nil)
        let second = await tester.asBearer(token, "POST", Self.path, json: body, key)
        #expect(second.status == 201 && second.body == first.body)
        #expect(tester.test.store.snapshot.tickets.count == 2 && tester.test.store.snapshot.entries.count == 2)
        let shown = try await tester.asOperator("GET", "/api/v1/tickets/1043").object()
        let message = try #require((shown["messages"] as? [[String: Any]])?.first)
        #expect(message["direction"] as? String == "out" && message["to"] as? String == "new@customer.example")
        #expect((message["delivery"] as? [String: Any])?["state"] as? String == "queued")
    }

    struct Refused: CustomTestStringConvertible {
        let testDescription: String
        let change: [String: String?]
        var isUnknownField = false
        let status: Int
        let field: String?
    }

    @Test(arguments: [
        Refused(testDescription: "no reason", change: ["reason": nil], status: 422, field: "reason"),
        Refused(testDescription: "an empty reason", change: ["reason": ""], status: 422, field: "reason"),
        Refused(testDescription: "no basis", change: ["basis": nil], status: 422, field: "basis"),
        Refused(testDescription: "no subject", change: ["subject": nil], status: 422, field: "subject"),
        Refused(testDescription: "two lines of subject", change: ["subject": "a\nb"], status: 422, field: "subject"),
        Refused(testDescription: "nothing to say", change: ["text": " "], status: 422, field: "text"),
        Refused(testDescription: "no address", change: ["to": "nobody"], status: 422, field: "to"),
        Refused(testDescription: "ourselves", change: ["to": "Support+x@example.com"], status: 422, field: "to"),
        Refused(
            testDescription: "an address of its own alphabet", change: ["to": "jörg@a.example"], status: 422,
            field: "to"),
        Refused(testDescription: "no such mailbox", change: ["mailbox": "nowhere"], status: 404, field: nil),
        Refused(testDescription: "which mailbox?", change: ["mailbox": nil], status: 422, field: "mailbox"),
        Refused(testDescription: "a misspelt field", change: ["reasons": "x"], status: 422, field: "reasons"),
    ])
    func `what is missing or wrong is named, and nothing is written`(row: Refused) async throws {
        let tester = try SiteTester()
        let before = tester.test.store.snapshot
        let response = await tester.asOperator("POST", Self.path, json: try Self.body(row.change))
        #expect(response.status == row.status && response.header("content-type") == "application/problem+json")
        #expect(try response.object()["field"] as? String == row.field)
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `the only mailbox one sees needs no name, another's does not exist`() async throws {
        let tester = try SiteTester()
        let sales = try #require(MailboxName("sales"))
        let token = try await tester.test.bearer([.ticketsWrite], mailboxes: [sales])
        let opened = await tester.asBearer(token, "POST", Self.path, json: try Self.body(["mailbox": nil]))
        #expect(opened.status == 201)
        #expect(try opened.object()["mailbox"] as? String == "sales")
        #expect(await tester.asBearer(token, "POST", Self.path, json: try Self.body()).status == 404)
        let reader = try await tester.test.bearer([.ticketsRead])
        #expect(await tester.asBearer(reader, "POST", Self.path, json: try Self.body()).status == 403)
    }

    @Test func `nothing is opened while nothing may leave`() async throws {
        let tester = try SiteTester { $0.sendingRefusal = "public_url must be https" }
        let response = await tester.asOperator("POST", Self.path, json: try Self.body())
        let reply = await tester.asOperator("POST", "/api/v1/tickets/1042/replies", json: "{\"text\":\"x\"}")
        #expect(response.status == reply.status && response.status >= 400)
        #expect(tester.test.store.snapshot.tickets.count == 1)
    }
}
