import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

/// Canned replies and signatures over the API.
struct WordingTests {
    @Test func `a canned reply is saved, listed, used and removed`() async throws {
        let tester = try SiteTester()
        let saved = "{\"name\":\"restart\",\"text\":\"Hello {{person.name|there}}, turn it off.\"}"
        let made = await tester.asOperator("POST", "/api/v1/canned-replies", json: saved)
        #expect(made.status == 201)
        let below = "{\"text\":\"{{service.name}}\"}"
        #expect(await tester.asOperator("POST", "/api/v1/signatures", json: below).status == 201)
        let path = "/api/v1/tickets/1042/replies"
        let answer = await tester.asOperator("POST", path, json: "{\"canned\":\"restart\"}")
        #expect(try answer.object()["text"] as? String == "Hello Ann, turn it off.\n\nExample Support")
        let bare = await tester.asOperator("POST", path, json: "{\"canned\":\"restart\",\"signature\":false}")
        #expect(try bare.object()["text"] as? String == "Hello Ann, turn it off.")
        #expect(await tester.asOperator("POST", path, json: "{\"canned\":\"nothing\"}").status == 404)
        #expect(await tester.asOperator("POST", path, json: "{\"canned\":\"a b\"}").status == 422)
        #expect(await tester.asOperator("POST", path, json: "{}").status == 422)
        let id = try #require(try made.object()["id"] as? String)
        #expect(await tester.asOperator("DELETE", "/api/v1/signatures/\(id)").status == 404)
        #expect(await tester.asOperator("DELETE", "/api/v1/canned-replies/\(id)").status == 204)
        let list = try await tester.asOperator("GET", "/api/v1/canned-replies").object()
        #expect((list["replies"] as? [Any])?.isEmpty == true)
    }

    @Test func `a refusal names the field, the line and what to do`() async throws {
        let tester = try SiteTester()
        let bad = "{\"name\":\"bad\",\"text\":\"a\\n<img src=x>\"}"
        let response = await tester.asOperator("POST", "/api/v1/canned-replies", json: bad)
        let problem = try response.object()
        #expect(response.status == 422 && problem["field"] as? String == "text")
        #expect((problem["detail"] as? String)?.contains("line 2: an image from elsewhere") == true)
        for wrong in ["{\"text\":\"x\"}", "{\"name\":\"a b\",\"text\":\"x\"}", "{\"name\":\"a\"}"] {
            #expect(await tester.asOperator("POST", "/api/v1/canned-replies", json: wrong).status == 422, "\(wrong)")
        }
        let named = "{\"name\":\"a\",\"text\":\"x\"}"
        #expect(await tester.asOperator("POST", "/api/v1/signatures", json: named).status == 422)
    }

    @Test func `texts are described with exactly the fields that are written`() async throws {
        let tester = try SiteTester()
        let saved = "{\"name\":\"r\",\"text\":\"x\"}"
        let made = try await tester.asOperator("POST", "/api/v1/canned-replies", json: saved).object()
        let document = try JSONSerialization.jsonObject(with: Data(OpenAPI.document.utf8)) as? [String: Any]
        let schemas = (document?["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]]
        let fields = { (name: String) in Set((schemas?[name]?["properties"] as? [String: Any] ?? [:]).keys) }
        #expect(fields("Wording") == Set(made.keys))
        for (path, name) in [("canned-replies", "CannedReplies"), ("signatures", "Signatures")] {
            #expect(fields(name) == Set(try await tester.asOperator("GET", "/api/v1/\(path)").object().keys))
        }
    }
}
