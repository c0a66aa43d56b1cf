import Desk
import DeskTesting
import Foundation
import Testing
import Web

/// The register of requests over the API.
struct RequestsTests {
    @Test func `a request by phone is taken down, extended and refused by the DPO`() async throws {
        let tester = try SiteTester()
        let agent = try await tester.test.bearer([.ticketsWrite])
        let body = """
            {"right":"access","channel":"phone","person":"\(tester.test.person.hex)","wording":"everything you have"}
            """
        let made = await tester.asBearer(agent, "POST", "/api/v1/requests", json: body)
        #expect(made.status == 201)
        let request = try APICoding.decoder().decode(APIRightsRequest.self, from: Data(made.body))
        #expect(request.article == "15" && request.state == "received" && request.urgency == "calm")
        #expect(tester.test.store.snapshot.rightsLetters == [.acknowledgement])
        // Taking down is for everybody who works tickets; looking at the register is not.
        #expect(await tester.asBearer(agent, "GET", "/api/v1/requests").status == 403)
        let path = "/api/v1/requests/\(request.id)"
        let extended = try await tester.asOperator("POST", path + "/extension", json: #"{"reason":"four thousand"}"#)
            .object()
        #expect(extended["extended"] as? Bool == true && extended["extensionReason"] as? String == "four thousand")
        let refusal = #"{"decision":"refused","ground":"manifestly-excessive","reason":"the hundredth this week"}"#
        #expect(await tester.asOperator("POST", path + "/decision", json: refusal).status == 403)
        let officer = try await tester.test.bearer([.dpo])
        let refused = await tester.asBearer(officer, "POST", path + "/decision", json: refusal)
        #expect(refused.status == 200)
        #expect(try refused.object()["ground"] as? String == "manifestly-excessive")
        let events = tester.test.store.snapshot.audit.map(\.event.code).filter { $0.hasPrefix("request.") }
        #expect(events == ["request.registered", "request.moved", "request.moved"])
        let all = try await tester.asBearer(officer, "GET", "/api/v1/requests?state=all").object()
        #expect((all["requests"] as? [[String: Any]])?.count == 1)
        #expect(
            try await (tester.asOperator("GET", "/api/v1/requests").object()["requests"] as? [Any])?.isEmpty == true)
    }

    @Test func `a person is erased on their request, once they were recognised`() async throws {
        let tester = try SiteTester()
        let person = tester.test.person.hex
        let body = "{\"right\":\"erasure\",\"channel\":\"phone\",\"person\":\"\(person)\"}"
        let made = try await tester.asOperator("POST", "/api/v1/requests", json: body).object()
        let id = try #require(made["id"] as? String)
        let wish = "{\"request\":\"\(id)\"}"
        let early = await tester.asOperator("POST", "/api/v1/people/\(person)/erase", json: wish)
        #expect(early.status == 422 && early.text.contains("requests verify"))
        let proof = #"{"how":"called back"}"#
        #expect(await tester.asOperator("POST", "/api/v1/requests/\(id)/verification", json: proof).status == 200)
        #expect(await tester.asOperator("POST", "/api/v1/people/\(person)/erase", json: wish).status == 202)
        #expect(tester.test.store.snapshot.erasures.count == 1)
    }

    @Test(arguments: [
        (#"{"right":"everything","channel":"phone"}"#, 422), (#"{"right":"access","channel":"pigeon"}"#, 422),
        (#"{"right":"access","channel":"phone","person":"x"}"#, 422),
        (#"{"right":"access","channel":"phone","ticket":99}"#, 404),
        (#"{"right":"access","channel":"phone","receivedAt":"2031-01-01T00:00:00Z"}"#, 422),
        (#"{"right":"access","channel":"phone","contact":"a\nb"}"#, 422), (#"{"channel":"phone"}"#, 422),
    ])
    func `what cannot be a request is refused, and nothing is written`(body: String, status: Int) async throws {
        let tester = try SiteTester()
        #expect(await tester.asOperator("POST", "/api/v1/requests", json: body).status == status)
        #expect(tester.test.store.snapshot.requests.isEmpty)
    }

    @Test func `a request that does not exist is 404, and a move that is none says why`() async throws {
        let tester = try SiteTester()
        let nobody = "/api/v1/requests/" + String(repeating: "0", count: 32)
        #expect(await tester.asOperator("GET", nobody).status == 404)
        #expect(await tester.asOperator("POST", nobody + "/resumption").status == 404)
        let made = await tester.asOperator("POST", "/api/v1/requests", json: #"{"right":"erasure","channel":"letter"}"#)
        let id = try #require(try made.object()["id"] as? String)
        let early = await tester.asOperator(
            "POST", "/api/v1/requests/\(id)/decision", json: #"{"decision":"fulfilled"}"#)
        #expect(early.status == 422 && early.text.contains("requests verify"))
        let verified = await tester.asOperator(
            "POST", "/api/v1/requests/\(id)/verification", json: #"{"how":"called back"}"#)
        #expect(try verified.object()["proof"] as? String == "staff")
        let done = await tester.asOperator(
            "POST", "/api/v1/requests/\(id)/decision", json: #"{"decision":"fulfilled"}"#)
        #expect(try done.object()["state"] as? String == "closed")
    }
}
