import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

/// The officer's desk over the API and as a page.
struct OfficerTests {
    @Test func `P17 the page shows a stranger's text and obeys none, in each language`() async throws {
        for language in Language.allCases {
            let test = try TestDesk { $0.language = language }
            _ = try await test.desk.assessOfficer(
                yes: [.specialData], persons: 9, isVoluntary: false, contact: "", reasons: "<b>Health</b> data",
                as: .operatorOnHost)
            let book = try await test.desk.appointOfficer(
                OfficerAppointment(position: .external, from: "2026-10-01", qualification: "<i>lawyer"),
                as: .operatorOnHost)
            let page = Pages().officer(book, test.desk.settings.value, zone: .gmt)
            #expect(page.contains("&lt;b&gt;Health") && !page.contains("<b>") && !page.contains("<i>"))
            #expect(page.contains("dpo@example.com") && page.contains("2026-impact") && page.contains("37(1)(c)"))
            #expect(!page.contains("http") && !page.contains("<script"))
        }
    }

    @Test func `an assessment by the API says what follows, and a wrong word what is expected`() async throws {
        let tester = try SiteTester()
        let body = "{\"reasons\":\"Nine people.\",\"yes\":[\"monitoring\"],\"persons\":9}"
        let made = await tester.asOperator("POST", "/api/v1/dpo/assessment", json: body)
        #expect(made.status == 201)
        #expect(made.text.contains("\"outcome\":\"required\"") && made.text.contains("\"37(1)(b)\""))
        let wrong = "{\"reasons\":\"x\",\"yes\":[\"everything\"],\"persons\":9}"
        let refused = await tester.asOperator("POST", "/api/v1/dpo/assessment", json: wrong)
        #expect((400...422).contains(refused.status) && refused.text.contains("public-authority"))
        let page = await tester.asOperator("GET", "/api/v1/dpo?format=html")
        #expect(page.status == 200 && page.text.contains("<h1>"))
    }
}
