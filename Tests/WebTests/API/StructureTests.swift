import Desk
import DeskTesting
import Foundation
import Testing
import Web

/// Merge, split, admit, participants over HTTP.
struct StructureTests {
    private static func withSecond() throws -> SiteTester {
        let tester = try SiteTester()
        var stored = try #require(tester.test.store.snapshot.tickets[tester.test.number])
        stored.ticket.number = try #require(TicketNumber(7))
        stored.messages[0].id = TicketMessageID(from: tester.test.desk.world)
        let other = stored
        tester.test.store.arrange { $0.tickets[other.ticket.number] = other }
        return tester
    }

    @Test func `a merged number leads to the ticket it is part of`() async throws {
        let tester = try Self.withSecond()
        let token = try await tester.test.bearer([.ticketsRead, .ticketsWrite])
        let path = "/api/v1/tickets/7/merge"
        let stale = await tester.asBearer(
            token, "POST", path, json: "{\"into\":1042}", [(name: "If-Match", value: "\"9\"")])
        #expect(stale.status == 409)
        #expect(try stale.object()["currentVersion"] as? Int == 1)
        let merged = await tester.asBearer(
            token, "POST", path, json: "{\"into\":1042}", [(name: "If-Match", value: "\"1\"")])
        #expect(merged.status == 200 && merged.header("etag") == "\"2\"")
        #expect(try merged.object()["number"] as? Int == 1042)
        let shown = try await tester.asBearer(token, "GET", "/api/v1/tickets/7").object()
        #expect(shown["number"] as? Int == 1042 && shown["mergedFrom"] as? [Int] == [7])
        #expect((shown["messages"] as? [Any])?.count == 2)
        let reply = await tester.asBearer(token, "POST", "/api/v1/tickets/7/replies", json: "{\"text\":\"x\"}")
        #expect(reply.status == 201)
        #expect(tester.test.store.snapshot.tickets[tester.test.number]?.messages.last?.text == "x")
        let unseen = await tester.asBearer(
            token, "PATCH", "/api/v1/tickets/7", json: "{\"status\":\"open\"}", [(name: "If-Match", value: "\"3\"")])
        #expect(unseen.status == 409)
        for body in ["{\"into\":0}", "{\"into\":7}", "{\"into\":99}", "{\"into\":\"1042\"}", "{}"] {
            #expect(await tester.asOperator("POST", "/api/v1/tickets/1042/merge", json: body).status == 422, "\(body)")
        }
        #expect(await tester.asOperator("POST", "/api/v1/tickets/99/merge", json: "{\"into\":1042}").status == 404)
    }

    @Test func `messages are split off by id`() async throws {
        let tester = try SiteTester()
        let other = TicketMessageID(from: tester.test.desk.world)
        tester.test.store.arrange { state in
            guard var second = state.tickets[tester.test.number]?.messages.first else { return }
            second.id = other
            state.tickets[tester.test.number]?.messages.append(second)
        }
        let id = other.hex
        let path = "/api/v1/tickets/1042/split"
        let made = await tester.asOperator("POST", path, json: "{\"messages\":[\"\(id)\"],\"subject\":\"Toner\"}")
        #expect(made.status == 201 && made.header("etag") == "\"1\"")
        #expect(try made.object()["subject"] as? String == "Toner")
        for body in ["{\"messages\":[]}", "{\"messages\":[\"x\"]}", "{\"messages\":[\"\(id)\"]}"] {
            let refused = await tester.asOperator("POST", path, json: body)
            #expect(refused.status == 422, "\(body)")
        }
    }

    @Test func `a held message is admitted, once, and another is not found`() async throws {
        let tester = try SiteTester()
        tester.test.store.arrange { $0.tickets[tester.test.number]?.messages[0].held = true }
        let id = try #require(tester.test.store.snapshot.tickets[tester.test.number]?.messages[0].id.hex)
        let path = "/api/v1/tickets/1042/messages/\(id)/admit"
        #expect(await tester.asOperator("POST", path).status == 200)
        #expect(await tester.asOperator("POST", path).header("etag") == "\"2\"")
        let other = "/api/v1/tickets/1042/messages/\(TicketMessageID(from: tester.test.desk.world).hex)/admit"
        #expect(await tester.asOperator("POST", other).status == 404)
        #expect(tester.test.store.snapshot.tickets[tester.test.number]?.messages[0].held == false)
    }

    @Test func `participants are added by address, shown, and removed by id`() async throws {
        let tester = try SiteTester()
        let path = "/api/v1/tickets/1042/participants"
        let added = try await tester.asOperator("POST", path, json: "{\"address\":\"Bob@customer.example\"}").object()
        let bob = try #require((added["participants"] as? [[String: Any]])?.first)
        let id = try #require(bob["id"] as? String)
        let shown = try await tester.asOperator("GET", "/api/v1/tickets/1042").object()
        #expect((shown["participants"] as? [[String: Any]])?.map { $0["id"] as? String } == [id])
        #expect(await tester.asOperator("POST", path, json: "{\"address\":\"nobody\"}").status == 422)
        #expect(await tester.asOperator("POST", path, json: "{\"address\":\"support@example.com\"}").status == 422)
        #expect(await tester.asOperator("DELETE", path + "/\(tester.test.person.hex)").status == 422)
        let removed = try await tester.asOperator("DELETE", path + "/\(id)").object()
        #expect((removed["participants"] as? [Any])?.isEmpty == true)
        #expect(await tester.asOperator("DELETE", path + "/\(id)").status == 404)
    }
}
