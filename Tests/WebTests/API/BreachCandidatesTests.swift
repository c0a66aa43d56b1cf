import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

/// What the daemon saw, over the API.
struct BreachCandidatesTests {
    @Test func `a candidate is dismissed with a reason or becomes a breach`() async throws {
        let tester = try SiteTester()
        let ids = try Self.raise(2, on: tester.test)
        let officer = try await tester.test.bearer([.dpo])
        let agent = try await tester.test.bearer([.ticketsWrite])
        #expect(await tester.asBearer(agent, "GET", "/api/v1/breach-candidates").status == 403)
        let listed = try await tester.asBearer(officer, "GET", "/api/v1/breach-candidates").object()
        let first = try #require((listed["candidates"] as? [[String: Any]])?.first)
        #expect((first["what"] as? String)?.contains("61 attempts") == true)
        #expect(try OpenAPITests().schemas()["BreachCandidate"] == Set(first.keys))
        let path = "/api/v1/breach-candidates/"
        let empty = await tester.asBearer(officer, "POST", path + ids[0] + "/dismissal", json: #"{"reasons":" "}"#)
        #expect(empty.status == 422)
        let dismissed = await tester.asBearer(
            officer, "POST", path + ids[0] + "/dismissal", json: #"{"reasons":"our own test"}"#)
        #expect(try dismissed.object()["decision"] as? String == "dismissed")
        let confirmed = await tester.asBearer(
            officer, "POST", path + ids[1] + "/confirmation", json: #"{"decidedBy":"D. Officer"}"#)
        #expect(try confirmed.object()["breach"] as? Int == 1)
        let twice = await tester.asBearer(
            officer, "POST", path + ids[1] + "/dismissal", json: #"{"reasons":"no"}"#)
        #expect(twice.status == 422)
        #expect(
            try await tester.asBearer(officer, "GET", "/api/v1/breaches/1").object()["decidedBy"] as? String
                == "D. Officer")
        let rest = try await tester.asBearer(officer, "GET", "/api/v1/breach-candidates").object()
        #expect((rest["candidates"] as? [Any])?.isEmpty == true)
    }

    private static func raise(_ count: Int, on test: TestDesk) throws -> [String] {
        let candidates = (1...count).map { number in
            BreachCandidate(
                id: BreachCandidateID(from: test.desk.world), sign: .loginFlood, subject: "day \(number)", count: 61,
                at: TestDesk.start)
        }
        test.store.arrange { $0.candidates = candidates }
        return candidates.map(\.id.hex)
    }
}
