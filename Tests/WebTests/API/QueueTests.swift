import Desk
import DeskTesting
import Foundation
import Testing
import Web

/// Saved filters and changes of many tickets over the API.
struct QueueTests {
    private func count(_ response: WebResponse) throws -> Int? {
        (try response.object()["tickets"] as? [Any])?.count
    }

    @Test func `a list is narrowed by query, by body and by name`() async throws {
        let tester = try SiteTester()
        let patch = "{\"assignee\":\"grace\",\"tags\":[\"fire\"]}"
        _ = await tester.asOperator("PATCH", "/api/v1/tickets/1042", json: patch)
        let saved = "{\"name\":\"fires\",\"criteria\":{\"tag\":\"fire\"}}"
        #expect(await tester.asOperator("POST", "/api/v1/filters", json: saved).status == 201)
        #expect(await tester.asOperator("POST", "/api/v1/filters", json: saved).status == 422)
        for (query, expected) in [
            ("?filter=fires", 1), ("?filter=fires&status=closed", 0), ("?unassigned=true", 0), ("?unchangedFor=60", 0),
            ("?label=minor", 0), ("?unchangedFor=0", 1),
        ] {
            #expect(try count(await tester.asOperator("GET", "/api/v1/tickets" + query)) == expected, "\(query)")
        }
        for (body, expected) in [
            ("{\"assignee\":\"grace\"}", 1), ("{\"assignee\":\"ada\"}", 0), ("{\"unassigned\":true}", 0),
            ("{\"tag\":\"fire\",\"text\":\"burns\"}", 1), ("{\"filter\":\"fires\",\"assignee\":\"ada\"}", 0), ("{}", 1),
        ] {
            let response = await tester.asOperator("POST", "/api/v1/tickets/search", json: body)
            #expect(try count(response) == expected, "\(body)")
        }
        for query in ["?assignee=grace", "?tag=fire", "?unassigned=1", "?filter=a%20b", "?unchangedFor=x"] {
            #expect(await tester.asOperator("GET", "/api/v1/tickets" + query).status == 422, "\(query)")
        }
        #expect(await tester.asOperator("GET", "/api/v1/tickets?filter=nothing").status == 404)
        let both = "{\"assignee\":\"a\",\"unassigned\":true}"
        #expect(await tester.asOperator("POST", "/api/v1/tickets/search", json: both).status == 422)
    }

    @Test func `filters are listed as they were saved and removed by id`() async throws {
        let tester = try SiteTester()
        let saved = "{\"name\":\"mine\",\"own\":true,\"criteria\":{\"unassigned\":true,\"unchangedFor\":60}}"
        let made = await tester.asOperator("POST", "/api/v1/filters", json: saved)
        let list = try APICoding.decoder().decode(
            APIFilters.self, from: Data(await tester.asOperator("GET", "/api/v1/filters").body))
        let filter = try #require(list.filters.first)
        #expect(made.status == 201 && filter.own && filter.name == "mine" && filter.criteria.unassigned == true)
        #expect(filter.criteria.unchangedFor == 60 && filter.criteria.tag == nil)
        let other = try await tester.test.bearer([.admin])
        #expect(await tester.asBearer(other, "DELETE", "/api/v1/filters/\(filter.id)").status == 404)
        #expect(await tester.asOperator("DELETE", "/api/v1/filters/\(filter.id)").status == 204)
        #expect(await tester.asOperator("DELETE", "/api/v1/filters/\(filter.id)").status == 404)
    }

    @Test func `many tickets are changed as previewed, and a ticket that moved on is left alone`() async throws {
        let tester = try SiteTester()
        let path = "/api/v1/tickets/bulk"
        let asked = "{\"preview\":true,\"numbers\":[1042,77],\"change\":{\"status\":\"closed\"}}"
        let preview = try await tester.asOperator("POST", path, json: asked).object()
        #expect(preview["count"] as? Int == 1 && preview["missing"] as? [Int] == [77])
        let digest = try #require(preview["digest"] as? String)
        let doing = { (version: Int, digest: String) in
            "{\"items\":[{\"number\":1042,\"version\":\(version)}],\"digest\":\"\(digest)\","
                + "\"change\":{\"status\":\"closed\"}}"
        }
        #expect(await tester.asOperator("POST", path, json: doing(2, digest)).status == 422)
        #expect(tester.test.store.snapshot.writes == 0)
        let done = try await tester.asOperator("POST", path, json: doing(1, digest)).object()
        #expect(done["changed"] as? [Int] == [1042] && (done["skipped"] as? [Int])?.isEmpty == true)
        let again = try await tester.asOperator("POST", path, json: doing(1, digest)).object()
        #expect(again["skipped"] as? [Int] == [1042])
        for wrong in [
            "{\"change\":{\"status\":\"closed\"}}", "{\"preview\":true,\"change\":{\"status\":\"closed\"}}",
            "{\"preview\":true,\"numbers\":[1042],\"change\":{}}",
            "{\"preview\":true,\"numbers\":[0],\"change\":{\"status\":\"closed\"}}",
            "{\"preview\":true,\"numbers\":[1042],\"criteria\":{},\"change\":{\"status\":\"closed\"}}",
        ] {
            #expect(await tester.asOperator("POST", path, json: wrong).status == 422, "\(wrong)")
        }
        let reader = try await tester.test.bearer([.ticketsRead])
        #expect(await tester.asBearer(reader, "POST", path, json: asked).status == 403)
    }
}
