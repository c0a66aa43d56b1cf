import Desk
import DeskTesting
import Foundation
import Testing
import Web

/// The checks, the evidence and the impact assessment over the API.
struct ComplianceTests {
    @Test func `each check is shown with article, tier, evidence, remedy and since when`() async throws {
        let tester = try SiteTester()
        let report = try await tester.asOperator("GET", "/api/v1/compliance?turnover=1000000000").object()
        let checks = try #require(report["checks"] as? [[String: Any]])
        #expect(checks.count == ComplianceCheck.all.count && report["failed"] as? Int ?? 0 > 0)
        for check in checks {
            for key in ["id", "title", "article", "tier", "outcome", "evidence", "since"] {
                #expect((check[key] as? String)?.isEmpty == false, "\(key) of \(check)")
            }
            let isFailing = check["outcome"] as? String == "fail"
            if isFailing { #expect(check["remedy"] is String, "\(check)") }
            let ceilings = ["83(4)": 20_000_000, "83(5)": 40_000_000]
            #expect(check["ceiling"] as? Int == (isFailing ? ceilings[check["tier"] as? String ?? ""] : nil))
        }
        #expect((report["notChecked"] as? [Any])?.count == ComplianceGap.all.count)
        #expect(await tester.asOperator("GET", "/api/v1/compliance?turnover=much").status == 422)
    }

    @Test(arguments: ["/api/v1/compliance", "/api/v1/compliance?format=html"])
    func `it never says what nobody can know`(path: String) async throws {
        let tester = try SiteTester()
        let answer = await tester.asOperator("GET", path)
        #expect(answer.status == 200 && answer.text.contains("Evidence of measures"))
        for word in ["compliant", "certified"] { #expect(!answer.text.lowercased().contains(word), "\(word)") }
        #expect(!answer.text.contains("<script") && !answer.text.contains("{{"))
    }

    /// Searched for what the desk does hold: address, name, subject, text, file name, id.
    @Test func `the bundle of evidence holds every document and nothing of a customer`() async throws {
        let tester = try SiteTester()
        let answer = await tester.asOperator("GET", "/api/v1/compliance/evidence")
        #expect(answer.status == 200 && answer.header("Content-Type") == "application/zip")
        let text = String(decoding: answer.body, as: UTF8.self)
        for name in [
            "README.txt", "checks.html", "checks.json", "record.html", "record.json", "record.csv", "processors.json",
            "measures.txt", "impact.json", "anchors.json", "notice-en-", "notice-de-",
        ] { #expect(text.contains(name), "\(name)") }
        #expect(text.contains("Example GmbH"))
        let message = try #require(tester.test.store.snapshot.tickets.values.first)
        for planted in [
            TestDesk.customer, "Ann", message.ticket.subject, "It burns", "fire.png", tester.test.person.hex,
        ] { #expect(!text.contains(planted), "\(planted)") }
        let given = tester.test.store.snapshot.audit.last?.event
        guard case .evidenceGiven(let digest) = given else {
            Issue.record("\(String(describing: given))")
            return
        }
        #expect(digest.count == 32)
    }

    @Test func `a made-up person goes round on request, and a failure is an answer`() async throws {
        let tester = try SiteTester()
        let well = try await tester.asOperator("POST", "/api/v1/compliance/round-trip").object()
        #expect(well["failedAt"] is NSNull)
        tester.test.store.arrange { $0.compliance.failingStep = .copy }
        let ill = try await tester.asOperator("POST", "/api/v1/compliance/round-trip").object()
        #expect((ill["failedAt"] as? String)?.contains("Art. 15") == true)
    }

    @Test func `the impact assessment is asked, decided, drafted and recorded`() async throws {
        let tester = try SiteTester()
        #expect(try await tester.asOperator("GET", "/api/v1/dpia").object()["asked"] as? Bool == false)
        let answers = #"{"reasons": "A clinic.", "yes": ["sensitive", "large-scale"]}"#
        let screened = await tester.asOperator("POST", "/api/v1/dpia", json: answers)
        #expect(screened.status == 201)
        #expect(try screened.object()["needed"] as? Bool == true)
        let draft = await tester.asOperator("GET", "/api/v1/dpia/draft?format=html")
        #expect(draft.text.contains("35(7)(a)") && draft.text.contains(ImpactDraft.open))
        #expect(await tester.asOperator("GET", "/api/v1/dpia/draft?format=text").text.contains("Risk: "))
        #expect(await tester.asOperator("POST", "/api/v1/dpia", json: #"{"reasons":"x","yes":["odd"]}"#).status == 422)
        let made = #"{"on":"2026-09-01","by":"B","advice":"Go on","views":"Asked","residualHigh":false}"#
        let kept = try await tester.asOperator("POST", "/api/v1/dpia/assessment", json: made).object()
        #expect((kept["assessment"] as? [String: Any])?["advice"] as? String == "Go on")
    }
}
