import Desk
import DeskTesting
import Foundation
import Testing
import Web

struct APITests {
    @Test func `a list pages through every ticket once and shows what the interface names`() async throws {
        let tester = try SiteTester()
        tester.test.store.arrange { state in
            guard let first = state.tickets.values.first else { return }
            for value in 1...4 {
                guard let number = TicketNumber(Int64(value)) else { continue }
                var more = first
                more.ticket.number = number
                more.ticket.status = .open
                state.tickets[number] = more
            }
        }
        var seen: [Int64] = []
        var target = "/api/v1/tickets?limit=2"
        while true {
            let response = await tester.asOperator("GET", target)
            #expect(response.status == 200)
            let page = try APICoding.decoder().decode(APITicketPage.self, from: Data(response.body))
            seen += page.tickets.map(\.number)
            guard let next = page.next else {
                #expect(response.text.contains("\"next\":null"))
                break
            }
            target = "/api/v1/tickets?limit=2&after=\(next)"
        }
        #expect(seen == [1042, 4, 3, 2, 1])
        let open = try await tester.asOperator("GET", "/api/v1/tickets?status=open&mailbox=support").object()
        let tickets = try #require(open["tickets"] as? [[String: Any]])
        #expect(tickets.count == 4)
        let expected: Set = [
            "number", "subject", "status", "mailbox", "person", "assignee", "tags", "createdAt", "updatedAt",
            "messageCount", "version",
        ]
        #expect(expected.isSubset(of: Set(tickets[0].keys)))
        #expect(tickets[0]["assignee"] is NSNull)
        #expect(tickets[0]["createdAt"] as? String == "2026-09-21T14:13:20Z")
    }

    @Test func `a ticket is shown with its messages and its version as entity tag`() async throws {
        let tester = try SiteTester()
        let response = await tester.asOperator("GET", "/api/v1/tickets/1042")
        #expect(response.header("etag") == "\"1\"")
        let ticket = try APICoding.decoder().decode(APITicket.self, from: Data(response.body))
        let message = try #require(ticket.messages?.first)
        #expect(message.direction == "in" && message.text == "It burns." && message.delivery == nil)
        #expect(message.attachments.map(\.filename) == ["fire.png"])
        let object = try await tester.asOperator("GET", "/api/v1/tickets/1042").object()
        let shown = try #require((object["messages"] as? [[String: Any]])?.first)
        let expected: Set = [
            "id", "direction", "author", "text", "html", "at", "messageId", "automatic", "verified", "attachments",
            "to", "delivery",
        ]
        #expect(expected.isSubset(of: Set(shown.keys)))
    }

    @Test func `a reply is queued with its attachments, once for one Idempotency-Key`() async throws {
        let tester = try SiteTester()
        let token = try await tester.test.bearer([.ticketsRead, .ticketsWrite])
        let body =
            "{\"text\":\"Use water.\",\"close\":true,\"cc\":[\"bob@customer.example\"],"
            + "\"attachments\":[{\"filename\":\"a.txt\",\"mediaType\":\"text/plain\",\"content\":\"aGk=\"}]}"
        let path = "/api/v1/tickets/1042/replies"
        let key = [(name: "Idempotency-Key", value: "k1"), (name: "If-Match", value: "\"1\"")]
        let first = await tester.asBearer(token, "POST", path, json: body, key)
        #expect(first.status == 201)
        let message = try APICoding.decoder().decode(APIMessage.self, from: Data(first.body))
        #expect(message.direction == "out" && message.to == TestDesk.customer)
        #expect(
            message.delivery?.state == "queued"
                && message.recipients.map(\.to) == [TestDesk.customer, "bob@customer.example"])
        #expect(message.attachments.map(\.size) == [2])
        let second = await tester.asBearer(token, "POST", path, json: body, key)
        #expect(second.status == 201 && second.body == first.body)
        #expect(tester.test.store.snapshot.tickets[tester.test.number]?.ticket.status == .closed)
        #expect(tester.test.store.snapshot.entries.count == 3)
    }

    @Test func `an answer to a ticket that moved on is 409 with the version it has`() async throws {
        let tester = try SiteTester()
        let token = try await tester.test.bearer([.ticketsRead, .ticketsWrite])
        let stale = [(name: "If-Match", value: "\"7\"")]
        for (method, path, body) in [
            ("POST", "/api/v1/tickets/1042/replies", "{\"text\":\"x\"}"),
            ("PATCH", "/api/v1/tickets/1042", "{\"status\":\"closed\"}"),
        ] {
            let response = await tester.asBearer(token, method, path, json: body, stale)
            #expect(response.status == 409)
            #expect(response.header("content-type") == "application/problem+json")
            #expect(try response.object()["currentVersion"] as? Int == 1)
            #expect(try response.object()["type"] as? String == "urn:ticketd:conflict")
        }
        #expect(tester.test.store.snapshot.entries.count == 1)
    }

    @Test func `PATCH changes what is named, null takes the assignee away`() async throws {
        let tester = try SiteTester()
        let path = "/api/v1/tickets/1042"
        let first = await tester.asOperator("PATCH", path, json: "{\"assignee\":\"kim\",\"tags\":[\"fire\"]}")
        var ticket = try APICoding.decoder().decode(APITicket.self, from: Data(first.body))
        #expect(ticket.assignee == "kim" && ticket.tags == ["fire"] && ticket.status == "new")
        #expect(first.header("etag") == "\"2\"")
        let second = await tester.asOperator("PATCH", path, json: "{\"assignee\":null,\"status\":\"closed\"}")
        ticket = try APICoding.decoder().decode(APITicket.self, from: Data(second.body))
        #expect(ticket.assignee == nil && ticket.tags == ["fire"] && ticket.status == "closed")
    }

    @Test func `priority and privacy labels are changed by PATCH, listed and refused when unknown`() async throws {
        let tester = try SiteTester()
        let path = "/api/v1/tickets/1042"
        let body = "{\"priority\":\"high\",\"labels\":[\"minor\",\"art9\"]}"
        let changed = try await tester.asOperator("PATCH", path, json: body).object()
        #expect(changed["priority"] as? String == "high" && changed["labels"] as? [String] == ["art9", "minor"])
        for (query, count) in [("high", 1), ("low", 0)] {
            let page = try await tester.asOperator("GET", "/api/v1/tickets?priority=\(query)").object()
            #expect((page["tickets"] as? [Any])?.count == count)
            let search = "{\"text\":\"burns\",\"priority\":\"\(query)\"}"
            let found = try await tester.asOperator("POST", "/api/v1/tickets/search", json: search).object()
            #expect((found["tickets"] as? [Any])?.count == count)
        }
        for bad in ["{\"priority\":\"soon\"}", "{\"labels\":[\"art11\"]}"] {
            #expect(await tester.asOperator("PATCH", path, json: bad).status == 422)
        }
        #expect(await tester.asOperator("GET", "/api/v1/tickets?priority=soon").status == 422)
    }

    @Test func `notes, search, people and their wishes go through the desk`() async throws {
        let tester = try SiteTester()
        let note = await tester.asOperator("POST", "/api/v1/tickets/1042/notes", json: "{\"text\":\"hm\"}")
        #expect(note.status == 201)
        #expect(try note.object()["direction"] as? String == "note")
        let found = try await tester.asOperator("POST", "/api/v1/tickets/search", json: "{\"text\":\"BURNS\"}").object()
        #expect((found["tickets"] as? [Any])?.count == 1)
        let lookup = await tester.asOperator(
            "POST", "/api/v1/people/lookup", json: "{\"address\":\"Ann@Customer.example\"}")
        let people = try APICoding.decoder().decode(APIPeople.self, from: Data(lookup.body)).people
        let person = try #require(people.first)
        #expect(person.id == tester.test.person.hex && person.tickets == [1042] && person.suppressions.isEmpty)
        let path = "/api/v1/people/\(person.id)"
        #expect(await tester.asOperator("POST", path + "/unsubscribe").status == 204)
        var shown = try APICoding.decoder().decode(
            APIPerson.self, from: Data(await tester.asOperator("GET", path).body))
        #expect(shown.suppressions.map(\.scope) == [["ticket", "automatic", "marketing"]])
        let bare = await tester.asOperator("POST", path + "/resubscribe", json: "{\"evidence\":\"\"}")
        #expect(bare.status == 422)
        let evidence = "{\"group\":\"default\",\"evidence\":\"on the phone, 21 September\"}"
        #expect(await tester.asOperator("POST", path + "/resubscribe", json: evidence).status == 204)
        shown = try APICoding.decoder().decode(APIPerson.self, from: Data(await tester.asOperator("GET", path).body))
        #expect(shown.suppressions.isEmpty)
        let unknown = await tester.asOperator("POST", path + "/unsubscribe", json: "{\"group\":\"defautl\"}")
        #expect(unknown.status == 422)
    }

    @Test func `an attachment is something to save and never to show`() async throws {
        let tester = try SiteTester()
        let id = try #require(tester.test.store.snapshot.files.keys.first)
        tester.test.store.arrange { state in
            state.files[id]?.summary.filename = "../a\"\r\nX: y\u{202E}é.html"
            state.files[id]?.summary.mediaType = "text/html"
        }
        let path = "/api/v1/tickets/1042/attachments/\(id.hex)"
        let response = await tester.asOperator("GET", path)
        #expect(response.status == 200 && response.body == [0x89, 0x50, 0x4E, 0x47])
        let disposition = try #require(response.header("content-disposition"))
        #expect(disposition.hasPrefix("attachment; filename=\""))
        #expect(disposition.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        #expect(!disposition.contains("/") && disposition.hasSuffix("%C3%A9.html"))
        #expect(response.header("content-security-policy")?.hasPrefix("sandbox;") == true)
        #expect(response.header("x-content-type-options") == "nosniff")
        tester.test.store.arrange { $0.files[id]?.summary.mediaType = "text/html\r\nX: y" }
        #expect(await tester.asOperator("GET", path).header("content-type") == "application/octet-stream")
        #expect(await tester.asOperator("GET", "/api/v1/tickets/1/attachments/\(id.hex)").status == 404)
    }

    @Test func `the outbox is listed by public state, retried and withdrawn`() async throws {
        let tester = try SiteTester()
        let id = try #require(tester.test.store.snapshot.entries.keys.first)
        tester.test.store.arrange { $0.entries[id]?.summary.state = .handing }
        let sending = try await tester.asOperator("GET", "/api/v1/outbox?state=sending").object()
        #expect((sending["entries"] as? [[String: Any]])?.first?["state"] as? String == "sending")
        #expect(
            (try await tester.asOperator("GET", "/api/v1/outbox?state=queued").object()["entries"] as? [Any])?.count
                == 0)
        #expect(await tester.asOperator("GET", "/api/v1/outbox?state=handing").status == 422)
        let late = try await tester.asOperator("POST", "/api/v1/outbox/\(id.hex)/withdraw").object()
        #expect(late["withdrawn"] as? Bool == false)
        tester.test.store.arrange { $0.entries[id]?.summary.state = .failed }
        #expect(await tester.asOperator("POST", "/api/v1/outbox/\(id.hex)/retry").status == 204)
        let taken = try await tester.asOperator("POST", "/api/v1/outbox/\(id.hex)/withdraw").object()
        #expect(taken["withdrawn"] as? Bool == true)
        #expect(await tester.asOperator("POST", "/api/v1/outbox/\(id.hex)/retry").status == 404)
    }

    @Test func `the operator sees how it stands, makes tokens once in clear and writes backups`() async throws {
        let tester = try SiteTester()
        let status = try await tester.asOperator("GET", "/api/v1/status").object()
        #expect((status["mailboxes"] as? [[String: Any]])?.map { $0["state"] as? String } == ["starting", "starting"])
        #expect((status["outbox"] as? [String: Int])?["queued"] == 1)
        #expect((status["outbox"] as? [String: Int])?["sending"] == 0)
        #expect(status["quarantine"] as? Int == 0)
        let body = "{\"label\":\"ci\",\"scopes\":[\"tickets:read\"],\"mailboxes\":[\"support\"],\"lifetime\":60}"
        let made = await tester.asOperator("POST", "/api/v1/tokens", json: body)
        let token = try APICoding.decoder().decode(APIToken.self, from: Data(made.body))
        let secret = try #require(token.secret)
        #expect(await tester.asBearer(secret, "GET", "/api/v1/tickets").status == 200)
        #expect(!(await tester.asOperator("GET", "/api/v1/tokens").text.contains(secret)))
        #expect(await tester.asOperator("DELETE", "/api/v1/tokens/\(token.id)").status == 204)
        #expect(await tester.asBearer(secret, "GET", "/api/v1/tickets").status == 401)
        let backup = "{\"set\":\"keys\",\"directory\":\"/var/backups\"}"
        #expect(await tester.asOperator("POST", "/api/v1/backups", json: backup).status == 201)
        let admin = try await tester.test.bearer([.admin])
        #expect(await tester.asBearer(admin, "POST", "/api/v1/backups", json: backup).status == 404)
    }
}
