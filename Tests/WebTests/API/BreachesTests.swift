import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

/// The register of breaches over the API.
struct BreachesTests {
    @Test func `a breach is opened, described, assessed, notified, told and closed`() async throws {
        let tester = try SiteTester()
        let officer = try await tester.test.bearer([.dpo])
        let made = await tester.asBearer(officer, "POST", "/api/v1/breaches", json: Self.opening)
        #expect(made.status == 201)
        let breach = try APICoding.decoder().decode(APIBreach.self, from: Data(made.body))
        #expect(breach.number == 1 && breach.clockRunning && breach.dueAt.timeIntervalSince(breach.awareAt) == 259_200)
        let path = "/api/v1/breaches/1"
        let words = #"{"nature":"astray","consequences":"read","measures":"deleted","cause":"misdirected"}"#
        #expect(await tester.asBearer(officer, "PATCH", path, json: words).status == 200)
        #expect(await tester.asBearer(officer, "PATCH", path, json: Self.german).status == 200)
        let score = #"{"risk":"high","reasons":"health","score":{"context":4,"identification":0.75,"malicious":true}}"#
        let assessed = try await tester.asBearer(officer, "POST", path + "/assessment", json: score).object()
        let first = try #require((assessed["assessments"] as? [[String: Any]])?.first)
        #expect(first["score"] as? String == "3.50" && first["level"] as? String == "high")
        let preview = #"{"tickets":[1042],"preview":true}"#
        let counted = try await tester.asBearer(officer, "POST", path + "/affected", json: preview).object()
        #expect(counted["people"] as? Int == 1)
        #expect(tester.test.store.snapshot.affected.isEmpty)
        #expect(await tester.asBearer(officer, "POST", path + "/affected", json: #"{"tickets":[1042]}"#).status == 200)
        let people = try await tester.asBearer(officer, "GET", path + "/affected").object()
        #expect((people["people"] as? [[String: Any]])?.first?["address"] as? String == TestDesk.customer)
        #expect(await tester.asBearer(officer, "POST", path + "/filings", json: Self.filing).status == 200)
        let told = await tester.asBearer(officer, "POST", path + "/communication", json: #"{"means":"letters"}"#)
        #expect(told.status == 200)
        #expect(tester.test.store.snapshot.breaches.values.first?.letters == BreachLetterCounts(waiting: 1))
        let closed = await tester.asBearer(officer, "POST", path + "/closure", json: #"{"reasons":"learned"}"#)
        #expect(try closed.object()["state"] as? String == "closed")
        let events = tester.test.store.snapshot.audit.map(\.event.code).filter { $0.hasPrefix("breach.") }
        #expect(
            events == [
                "breach.opened", "breach.moved", "breach.moved", "breach.moved", "breach.affected", "breach.moved",
                "breach.moved", "breach.letters", "breach.moved",
            ])
    }

    @Test func `a notification too late is refused without reasons and says what is missing`() async throws {
        let tester = try SiteTester()
        _ = await tester.asOperator("POST", "/api/v1/breaches", json: Self.opening)
        tester.test.clock.advance(by: .seconds(73 * 3600))
        let refused = await tester.asOperator("POST", "/api/v1/breaches/1/filings", json: Self.filing)
        #expect(refused.status == 422 && refused.text.contains("lateReasons") && refused.text.contains("33(1)"))
        let late = #"{"recipient":"authority","via":"portal","lateReasons":"nobody looked"}"#
        #expect(await tester.asOperator("POST", "/api/v1/breaches/1/filings", json: late).status == 200)
    }

    @Test func `an exercise writes to nobody`() async throws {
        let tester = try SiteTester()
        let opening = Self.opening.replacing("\"drill\":false", with: "\"drill\":true")
        _ = await tester.asOperator("POST", "/api/v1/breaches", json: opening)
        let path = "/api/v1/breaches/1"
        let words = #"{"nature":"astray","consequences":"read","measures":"deleted"}"#
        _ = await tester.asOperator("PATCH", path, json: words)
        _ = await tester.asOperator("PATCH", path, json: Self.german)
        _ = await tester.asOperator("POST", path + "/assessment", json: #"{"risk":"high","reasons":"health"}"#)
        _ = await tester.asOperator("POST", path + "/affected", json: #"{"tickets":[1042]}"#)
        #expect(
            await tester.asOperator("POST", path + "/communication", json: #"{"means":"letters"}"#).status == 200)
        #expect(tester.test.store.snapshot.breaches.values.first?.letters == BreachLetterCounts(unwritten: 1))
    }

    @Test func `letters wait for words in every language that mailboxes write in`() async throws {
        let tester = try SiteTester()
        _ = await tester.asOperator("POST", "/api/v1/breaches", json: Self.opening)
        let path = "/api/v1/breaches/1"
        _ = await tester.asOperator("POST", path + "/assessment", json: #"{"risk":"high","reasons":"health"}"#)
        _ = await tester.asOperator("POST", path + "/affected", json: #"{"tickets":[1042]}"#)
        let refused = await tester.asOperator("POST", path + "/communication", json: #"{"means":"letters"}"#)
        #expect(refused.status == 422 && refused.text.contains("breaches describe"))
        #expect(await tester.asOperator("GET", path + "/letter").status == 422)
    }

    @Test func `the report is text, JSON and a page in which a stranger's words are only words`() async throws {
        let tester = try SiteTester()
        _ = await tester.asOperator("POST", "/api/v1/breaches", json: Self.opening)
        _ = await tester.asOperator("PATCH", "/api/v1/breaches/1", json: #"{"nature":"<b>astray</b>"}"#)
        let path = "/api/v1/breaches/1/report"
        let page = await tester.asOperator("GET", path + "?format=html")
        #expect(page.header("content-type")?.hasPrefix("text/html") == true)
        #expect(page.text.contains("&lt;b&gt;astray") && !page.text.contains("<b>astray"))
        #expect(await tester.asOperator("GET", path + "?format=text").text.contains("<b>astray</b>"))
        let report = try await tester.asOperator("GET", path).object()
        #expect((report["missing"] as? [String])?.contains("consequences") == true)
        #expect(await tester.asOperator("GET", path + "?format=pdf").status == 422)
    }

    @Test(arguments: [
        (20, 8, "B", "\"integrity\""), (19, 8, "B", "\"integrity\""), (20, 10, " ", "\"integrity\""),
        (20, 10, "B", "\"theft\""), (20, 10, "B", ""),
    ])
    func `what cannot be a breach is refused, and nothing is written`(
        day: Int, hour: Int, author: String, kinds: String
    ) async throws {
        let tester = try SiteTester()
        let body = """
            {"detectedAt":"2026-09-20T09:00:00Z","awareAt":"2026-09-\(day)T\(hour < 10 ? "0" : "")\(hour):00:00Z",\
            "decidedBy":"\(author)","kinds":[\(kinds)]}
            """
        #expect(await tester.asOperator("POST", "/api/v1/breaches", json: body).status == 422)
        #expect(tester.test.store.snapshot.breaches.isEmpty)
    }

    @Test func `a question about who is affected is one question`() async throws {
        let tester = try SiteTester()
        _ = await tester.asOperator("POST", "/api/v1/breaches", json: Self.opening)
        for body in [
            "{}", #"{"tickets":[1042],"epoch":1}"#, #"{"from":"2026-09-20T08:00:00Z"}"#, #"{"backup":"desk"}"#,
            #"{"tickets":[9]}"#, #"{"message":"x"}"#, #"{"tickets":[]}"#, #"{"epoch":0}"#,
        ] {
            let answer = await tester.asOperator("POST", "/api/v1/breaches/1/affected", json: body)
            #expect(answer.status == 422, "\(body)")
        }
    }

    @Test func `breaches are described with exactly the fields that are written`() async throws {
        let tester = try SiteTester()
        _ = await tester.asOperator("POST", "/api/v1/breaches", json: Self.opening)
        let path = "/api/v1/breaches/1"
        _ = await tester.asOperator("PATCH", path, json: #"{"nature":"a","consequences":"b","measures":"c"}"#)
        _ = await tester.asOperator("POST", path + "/assessment", json: #"{"risk":"high","reasons":"health"}"#)
        _ = await tester.asOperator("POST", path + "/affected", json: #"{"tickets":[1042]}"#)
        _ = await tester.asOperator("POST", path + "/filings", json: Self.filing)
        let exempt = #"{"means":"exempt","ground":"unintelligible","reasons":"sealed"}"#
        let breach = try await tester.asOperator("POST", path + "/communication", json: exempt).object()
        let schemas = try OpenAPITests().schemas()
        func compare(_ value: Any?, _ name: String) throws {
            let object = try #require((value as? [Any])?.first as? [String: Any] ?? value as? [String: Any], "\(name)")
            #expect(schemas[name] == Set(object.keys), "\(name)")
        }
        try compare(breach, "Breach")
        for (field, name) in [
            ("account", "BreachAccount"), ("assessments", "BreachAssessment"), ("filings", "BreachFiling"),
            ("communications", "BreachCommunication"), ("queries", "AffectedQuery"), ("affected", "AffectedCounts"),
            ("letters", "BreachLetters"),
        ] { try compare(breach[field], name) }
        try compare(try await tester.asOperator("GET", path + "/report").object(), "BreachReport")
        try compare(try await tester.asOperator("GET", path + "/letter").object(), "BreachLetter")
        let people = try await tester.asOperator("GET", path + "/affected").object()
        try compare(people, "AffectedPeople")
        try compare(people["people"], "AffectedPerson")
        let bodies: [(String, [String])] = [
            ("NewBreach", BreachBody.CodingKeys.allCases.map(\.rawValue)),
            ("BreachPatch", BreachPatchBody.CodingKeys.allCases.map(\.rawValue)),
            ("AffectedQuestion", AffectedBody.CodingKeys.allCases.map(\.rawValue)),
            ("BreachAssessmentBody", AssessmentBody.CodingKeys.allCases.map(\.rawValue)),
            ("BreachScore", AssessmentBody.Score.CodingKeys.allCases.map(\.rawValue)),
            ("BreachFilingBody", FilingBody.CodingKeys.allCases.map(\.rawValue)),
            ("BreachCommunicationBody", CommunicationBody.CodingKeys.allCases.map(\.rawValue)),
            ("BreachReasons", BreachMoveBody.CodingKeys.allCases.map(\.rawValue)),
        ]
        for (name, fields) in bodies { #expect(schemas[name] == Set(fields), "\(name)") }
    }

    private static let opening = """
        {"detectedAt":"2026-09-20T08:00:00Z","awareAt":"2026-09-20T09:00:00Z","decidedBy":"B. Muster",\
        "kinds":["confidentiality"],"drill":false}
        """
    private static let german = #"{"language":"de","nature":"a","consequences":"b","measures":"c"}"#
    private static let filing = #"{"recipient":"authority","via":"portal","reference":"A-1"}"#
}
