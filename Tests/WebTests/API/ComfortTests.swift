import Desk
import DeskTesting
import Foundation
import Testing
import Web

/// Taking back, drafts, colleagues and putting off over the API.
struct ComfortTests {
    private let path = "/api/v1/tickets/1042"

    @Test func `an answer is taken back, and then there is none`() async throws {
        let tester = try SiteTester()
        _ = await tester.asOperator("POST", path + "/replies", json: "{\"text\":\"Use water.\"}")
        let first = await tester.asOperator("POST", path + "/undo")
        let undo = try APICoding.decoder().decode(APIUndo.self, from: Data(first.body))
        #expect(first.status == 200 && undo.withdrawn && undo.ticket?.status == "new")
        #expect(undo.message?.delivery?.state == "withdrawn" && undo.message?.text == "Use water.")
        let second = try await tester.asOperator("POST", path + "/undo").object()
        #expect(second["withdrawn"] as? Bool == false && second["message"] is NSNull)
    }

    @Test func `two agents see each other, and of two answers to one state the second is 409`() async throws {
        let tester = try SiteTester()
        let token = try await tester.test.bearer([.ticketsRead, .ticketsWrite])
        _ = await tester.asOperator("GET", path)
        _ = await tester.asOperator("PUT", path + "/draft", json: "{\"text\":\"Use wa\"}")
        let shown = await tester.asBearer(token, "GET", path)
        let ticket = try APICoding.decoder().decode(APITicket.self, from: Data(shown.body))
        let colleague = try #require(ticket.colleagues?.first)
        #expect(colleague.name == "operator" && colleague.seenAt != nil && colleague.draftingSince != nil)
        #expect(!shown.text.contains("Use wa"))
        let body = "{\"text\":\"Use water.\",\"ifUnanswered\":true}"
        #expect(await tester.asOperator("POST", path + "/replies", json: body).status == 201)
        let late = await tester.asBearer(token, "POST", path + "/replies", json: body)
        #expect(late.status == 409)
        #expect(try late.object()["currentVersion"] as? Int == 2)
        _ = await tester.asBearer(token, "GET", path)
        #expect(await tester.asBearer(token, "POST", path + "/replies", json: body).status == 201)
    }

    @Test func `a draft is one's own, and is there until it is thrown away`() async throws {
        let tester = try SiteTester()
        let token = try await tester.test.bearer([.ticketsRead, .ticketsWrite])
        #expect(await tester.asOperator("GET", path + "/draft").status == 404)
        #expect(await tester.asOperator("PUT", path + "/draft", json: "{\"text\":\"a\"}").status == 200)
        #expect(try await tester.asOperator("GET", path + "/draft").object()["text"] as? String == "a")
        #expect(await tester.asBearer(token, "GET", path + "/draft").status == 404)
        #expect(await tester.asOperator("DELETE", path + "/draft").status == 204)
        #expect(await tester.asOperator("DELETE", path + "/draft").status == 404)
        #expect(await tester.asOperator("PUT", path + "/draft", json: "{\"texts\":\"a\"}").status == 422)
    }

    @Test func `a ticket put off is out of the list and found by those who look for it`() async throws {
        let tester = try SiteTester()
        let body = "{\"until\":\"2026-09-25T08:00:00Z\"}"
        let put = await tester.asOperator("PUT", path + "/snooze", json: body)
        #expect(put.status == 200 && put.header("etag") == "\"2\"")
        #expect(try put.object()["snoozedUntil"] as? String == "2026-09-25T08:00:00Z")
        for (query, count) in [("", 0), ("?snoozed=hide", 0), ("?snoozed=only", 1), ("?snoozed=any", 1)] {
            let page = try await tester.asOperator("GET", "/api/v1/tickets" + query).object()
            #expect((page["tickets"] as? [Any])?.count == count, "\(query)")
        }
        let found = try await tester.asOperator("POST", "/api/v1/tickets/search", json: "{\"text\":\"burns\"}").object()
        #expect((found["tickets"] as? [Any])?.count == 1)
        #expect(await tester.asOperator("GET", "/api/v1/tickets?snoozed=yes").status == 422)
        for wrong in ["{\"until\":\"2020-01-01T00:00:00Z\"}", "{\"until\":\"tomorrow\"}", "{}"] {
            #expect(await tester.asOperator("PUT", path + "/snooze", json: wrong).status == 422, "\(wrong)")
        }
        #expect(try await tester.asOperator("DELETE", path + "/snooze").object()["snoozedUntil"] is NSNull)
    }
}
