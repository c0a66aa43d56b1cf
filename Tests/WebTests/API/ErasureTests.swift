import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

/// Erasing over the API: what is accepted, and what is refused with a word that helps.
struct ErasureTests {
    private func path(_ tester: SiteTester) -> String { "/api/v1/people/\(tester.test.person.hex)/erase" }

    @Test func `a person is erased on the word of somebody who checked`() async throws {
        let tester = try SiteTester()
        let answer = await tester.asOperator(
            "POST", path(tester), json: "{\"verified\":{\"how\":\"in-person\",\"by\":\"Otto\"}}")
        #expect(answer.status == 202)
        #expect(try answer.object()["state"] as? String == "forgotten")
        #expect(tester.test.store.snapshot.people.isEmpty)
        let again = await tester.asOperator(
            "POST", path(tester), json: "{\"verified\":{\"how\":\"phone\",\"by\":\"Otto\"}}")
        #expect(again.status == 404)
    }

    @Test(arguments: [
        ("{}", "verified"), ("{\"verified\":{\"how\":\"telepathy\",\"by\":\"Otto\"}}", "verified.how"),
        ("{\"verified\":{\"how\":\"phone\",\"by\":\" \"}}", "verified.by"),
        ("{\"verified\":{\"how\":\"phone\"}}", "verified.by"), ("{\"request\":\"00\"}", "request"),
    ])
    func `nobody is erased without somebody who answers for it`(body: String, field: String) async throws {
        let tester = try SiteTester()
        let answer = await tester.asOperator("POST", path(tester), json: body)
        #expect(answer.status == 422)
        #expect(try answer.object()["field"] as? String == field)
        #expect(tester.test.store.snapshot.people.count == 1)
    }

    @Test func `looking first changes nothing, and an erasure that waits can be taken back`() async throws {
        let tester = try SiteTester()
        #expect(try await tester.asOperator("GET", path(tester)).object()["messages"] as? Int == 1)
        let waiting = try await tester.test.desk.askForErasure(of: tester.test.person)
        let erasure = "/api/v1/erasures/\(waiting.id.hex)"
        #expect(await tester.asOperator("POST", erasure + "/approve").status == 403)
        #expect(await tester.asOperator("POST", erasure + "/cancel").status == 204)
        #expect(await tester.asOperator("POST", erasure + "/cancel").status == 404)
        #expect(tester.test.store.snapshot.people.count == 1)
    }
}
