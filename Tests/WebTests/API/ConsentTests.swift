import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

/// The consent ledger over the API.
struct ConsentTests {
    private static let ask = #"{"address":"ann@customer.example","purpose":"newsletter"}"#
    private static let paper = """
        {"address":"ann@customer.example","purpose":"newsletter","textVersion":"en-1","act":"signed-paper",\
        "givenAt":"2026-09-01T12:00:00Z","evidence":"folder 7, sheet 12"}
        """

    private func tester(children: Bool = false) async throws -> SiteTester {
        let tester = try SiteTester()
        try await tester.test.addPurpose(children: children)
        return tester
    }

    @Test func `another program that asks whether it may hears yes while there is proof`() async throws {
        let tester = try await tester()
        let program = try await tester.test.bearer([.peopleRead])
        let no = try await tester.asBearer(program, "POST", "/api/v1/consents/lookup", json: Self.ask).object()
        #expect(no["granted"] as? Bool == false && no["textVersion"] is NSNull && no["since"] is NSNull)
        #expect(await tester.asOperator("POST", "/api/v1/consents", json: Self.paper).status == 201)
        let yes = try await tester.asBearer(program, "POST", "/api/v1/consents/lookup", json: Self.ask).object()
        #expect(yes["granted"] as? Bool == true && yes["textVersion"] as? String == "en-1")
        #expect(yes["since"] as? String == "2026-09-01T12:00:00Z" && yes["reviewDue"] as? Bool == false)
        tester.test.clock.advance(by: .seconds(3 * 366 * 86_400))
        let later = try await tester.test.bearer([.peopleRead])
        let old = try await tester.asBearer(later, "POST", "/api/v1/consents/lookup", json: Self.ask).object()
        #expect(old["granted"] as? Bool == true && old["reviewDue"] as? Bool == true)
        let end = try await tester.asOperator("POST", "/api/v1/consents/withdraw", json: Self.ask).object()
        #expect(end["withdrawn"] as? Int == 1)
        let over = try await tester.asBearer(later, "POST", "/api/v1/consents/lookup", json: Self.ask).object()
        #expect(over["granted"] as? Bool == false)
        #expect(
            try await tester.asOperator("POST", "/api/v1/consents/withdraw", json: Self.ask).object()["withdrawn"]
                as? Int == 0)
        let list = try await tester.asOperator("POST", "/api/v1/consents/list", json: Self.ask.list).object()
        let record = try #require((list["consents"] as? [[String: Any]])?.first)
        #expect(record["state"] as? String == "withdrawn" && record["withdrawnThrough"] as? String == "phone")
        let events = tester.test.store.snapshot.audit.map(\.event.code).filter { $0.hasPrefix("consent.") }
        #expect(events == ["consent.recorded", "consent.withdrawn"])
    }

    @Test func `a list without source is kept as invalid, and one slip keeps all of it out`() async throws {
        let tester = try await tester()
        let bare = #"{"address":"old@customer.example","purpose":"newsletter","givenAt":"2019-01-01T00:00:00Z"}"#
        let done = try await tester.asOperator(
            "POST", "/api/v1/consents/import", json: #"{"rows":[\#(bare),\#(Self.paper)]}"#
        ).object()
        #expect(done["valid"] as? Int == 1 && done["invalid"] as? Int == 1)
        let ask = Self.ask.replacing("ann@", with: "old@")
        let standing = try await tester.asOperator("POST", "/api/v1/consents/lookup", json: ask).object()
        #expect(standing["granted"] as? Bool == false)
        let list = try await tester.asOperator("POST", "/api/v1/consents/list", json: ask.list).object()
        let record = try #require((list["consents"] as? [[String: Any]])?.first)
        #expect(record["valid"] as? Bool == false && record["act"] is NSNull)
        let before = tester.test.store.snapshot.consents
        let slip = bare.replacing("newsletter", with: "nothing")
        let refused = await tester.asOperator(
            "POST", "/api/v1/consents/import", json: #"{"rows":[\#(bare),\#(slip)]}"#)
        #expect(refused.status == 404 && tester.test.store.snapshot.consents == before)
    }

    @Test func `where children are asked the age is recorded, and a parent authorises`() async throws {
        let tester = try await tester(children: true)
        #expect(await tester.asOperator("POST", "/api/v1/consents", json: Self.paper).status == 422)
        let young = Self.paper.replacing("}", with: #","age":"below-16"}"#)
        let alone = try await tester.asOperator("POST", "/api/v1/consents", json: young).object()
        #expect(alone["valid"] as? Bool == false)
        let authorised = young.replacing("}", with: #","parentalAuthorisation":"letter of 2026-08-30"}"#)
        let made = try await tester.asOperator("POST", "/api/v1/consents", json: authorised).object()
        #expect(made["granted"] as? Bool == true)
    }

    @Test(arguments: [
        #"{"address":"a","purpose":"newsletter","givenAt":"2026-09-01T12:00:00Z"}"#,
        #"{"address":"a@b.example","purpose":"newsletter","givenAt":"2031-09-01T12:00:00Z"}"#,
        #"{"address":"a@b.example","purpose":"newsletter","givenAt":"2026-09-01T12:00:00Z","act":"silence"}"#,
        #"{"address":"a@b.example","purpose":"newsletter","givenAt":"2026-09-01T12:00:00Z","granted":true}"#,
        #"{"address":"a@b.example","purpose":"newsletter","givenAt":"2026-09-01T12:00:00Z","textVersion":"3"}"#,
        #"{"address":"a@b.example","purpose":"newsletter","givenAt":"2026-09-01T12:00:00Z","age":"old"}"#,
        #"{"address":"a@b.example","purpose":"newsletter","givenAt":"2026-09-01T12:00:00Z","evidence":"a\nb"}"#,
        #"{"address":"a@b.example","purpose":"newsletter","givenAt":"2026-09-01T12:00:00Z","channel":"pigeon"}"#,
    ])
    func `what cannot be a consent is refused, and nothing is written`(body: String) async throws {
        let tester = try await tester()
        #expect(await tester.asOperator("POST", "/api/v1/consents", json: body).status == 422)
        #expect(tester.test.store.snapshot.consents.isEmpty)
    }

    @Test func `purposes are worded by who answers for the data, and looked over`() async throws {
        let tester = try SiteTester()
        let text = #""text":"We send you news of our products once a month.""#
        let good = #"{"code":"news","language":"en","title":"News",\#(text),"reviewMonths":12}"#
        let agent = try await tester.test.bearer([.ticketsWrite, .peopleRead])
        #expect(await tester.asBearer(agent, "POST", "/api/v1/consents/purposes", json: good).status == 403)
        let made = try await tester.asOperator("POST", "/api/v1/consents/purposes", json: good).object()
        #expect(made["form"] as? String == "https://help.example.com/consent/news")
        let bad = good.replacing("once a month", with: "unless you object")
        let refused = await tester.asOperator("POST", "/api/v1/consents/purposes", json: bad)
        #expect(refused.status == 422 && refused.text.contains("silence is no consent"))
        #expect(await tester.asOperator("POST", "/api/v1/consents/purposes/news/close").status == 204)
        #expect(await tester.asOperator("POST", "/api/v1/consents/purposes/news/close").status == 404)
    }

    /// A token of one mailbox knows the purposes of that mailbox alone.
    @Test func `what belongs to another mailbox is not there`() async throws {
        let tester = try await tester()
        let sales = try #require(MailboxName("sales"))
        let other = try await tester.test.bearer([.peopleRead, .ticketsRead], mailboxes: [sales])
        #expect(await tester.asBearer(other, "POST", "/api/v1/consents/lookup", json: Self.ask).status == 404)
        let purposes = try await tester.asBearer(other, "GET", "/api/v1/consents/purposes").object()
        #expect((purposes["purposes"] as? [Any])?.isEmpty == true)
    }

    @Test func `bodies and answers are described with exactly the fields there are`() async throws {
        let tester = try await tester()
        let document = try JSONSerialization.jsonObject(with: Data(OpenAPI.document.utf8)) as? [String: Any]
        let components = document?["components"] as? [String: Any]
        let described = try #require(components?["schemas"] as? [String: [String: Any]])
        let schemas = described.compactMapValues { ($0["properties"] as? [String: Any]).map { Set($0.keys) } }
        #expect(schemas["ConsentLookup"] == Set(ConsentLookupBody.CodingKeys.allCases.map(\.rawValue)))
        #expect(schemas["NewConsent"] == Set(ConsentBody.CodingKeys.allCases.map(\.rawValue)))
        #expect(schemas["ConsentImport"] == Set(ConsentImportBody.CodingKeys.allCases.map(\.rawValue)))
        #expect(schemas["ConsentWithdrawal"] == Set(ConsentWithdrawalBody.CodingKeys.allCases.map(\.rawValue)))
        #expect(schemas["NewPurpose"] == Set(PurposeBody.CodingKeys.allCases.map(\.rawValue)))
        let made = try await tester.asOperator("POST", "/api/v1/consents", json: Self.paper).object()
        #expect(schemas["Consent"] == Set(made.keys))
        let standing = try await tester.asOperator("POST", "/api/v1/consents/lookup", json: Self.ask).object()
        #expect(schemas["ConsentStanding"] == Set(standing.keys))
        let list = try await tester.asOperator("POST", "/api/v1/consents/list", json: Self.ask.list).object()
        #expect(schemas["Consents"] == Set(list.keys))
        let purposes = try await tester.asOperator("GET", "/api/v1/consents/purposes").object()
        let purpose = try #require((purposes["purposes"] as? [[String: Any]])?.first)
        #expect(schemas["Purposes"] == Set(purposes.keys) && schemas["Purpose"] == Set(purpose.keys))
        let text = try #require((purpose["texts"] as? [[String: Any]])?.first)
        #expect(schemas["PurposeText"] == Set(text.keys))
        let ended = try await tester.asOperator("POST", "/api/v1/consents/withdraw", json: Self.ask).object()
        #expect(schemas["ConsentsWithdrawn"] == Set(ended.keys))
        let rows = "{\"rows\":[\(Self.paper)]}"
        let imported = try await tester.asOperator("POST", "/api/v1/consents/import", json: rows).object()
        #expect(schemas["ConsentsImported"] == Set(imported.keys))
    }
}

extension String {
    /// The same address, asked for its list.
    fileprivate var list: String { replacing(#","purpose":"newsletter""#, with: "") }
}
