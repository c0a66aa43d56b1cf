import Desk
import DeskTesting
import Foundation
import Testing
import Web

struct AuditTests {
    @Test func `the log is shown in pages, oldest entry first`() async throws {
        let tester = try SiteTester()
        _ = await tester.asOperator("POST", "/api/v1/people/\(tester.test.person.hex)/unsubscribe")
        let token = try await tester.test.bearer([.dpo])
        var seen: [String] = []
        var next: Int64? = 0
        while let after = next {
            let response = await tester.asBearer(token, "GET", "/api/v1/audit?after=\(after)&limit=1")
            #expect(response.status == 200)
            let page = try APICoding.decoder().decode(APIAudit.self, from: Data(response.body))
            seen += page.entries.map { "\($0.sequence) \($0.actor ?? "-") \($0.event)" }
            next = page.next
        }
        #expect(seen == ["1 operator person.unsubscribed", "2 operator token.added"])
        let whole = await tester.asOperator("GET", "/api/v1/audit")
        let entries = try #require(try whole.object()["entries"] as? [[String: Any]])
        #expect(entries[0]["object"] is NSNull)
        #expect(
            entries[0]["details"] as? [String: String] == ["scope": "automatic.marketing.ticket", "source": "agent"])
        #expect(entries[1]["details"] as? [String: Int] == ["may.dpo": 1])
        #expect(try whole.object()["next"] is NSNull)
        #expect(!whole.text.contains("customer.example"))
    }

    @Test func `a verification names the first entry that is wrong, and where the log ends`() async throws {
        let tester = try SiteTester()
        let path = "/api/v1/audit/verification"
        let empty = try await tester.asOperator("GET", path).object()
        #expect(empty["intact"] as? Bool == true && empty["entries"] as? Int == 0 && empty["head"] is NSNull)
        _ = try await tester.test.bearer([.admin])
        tester.test.store.arrange { $0.firstBadAudit = 1 }
        let found = try await tester.asOperator("GET", path).object()
        #expect(found["intact"] as? Bool == false && found["firstBad"] as? Int == 1)
        #expect(found["sequence"] as? Int == 1 && (found["head"] as? String)?.count == 64)
    }

    @Test func `a log is held against anchors kept elsewhere`() async throws {
        let tester = try SiteTester()
        _ = try await tester.test.bearer([.admin])
        let hash = String(repeating: "aB", count: 32)
        let path = "/api/v1/audit/verification?anchor="
        let fits = try await tester.asOperator("GET", path + "1:" + hash).object()
        #expect(fits["intact"] as? Bool == true && fits["lostAnchor"] is NSNull)
        let lost = try await tester.asOperator("GET", path + "1:\(hash),9:\(hash)").object()
        #expect(lost["intact"] as? Bool == false && lost["lostAnchor"] as? Int == 9)
        for bad in ["", "1", "1:ab", "0:\(hash)", "-1:\(hash)", "1:\(hash),", "x:\(hash)", "1:\(hash):1"] {
            #expect(await tester.asOperator("GET", path + bad).status == 422, "\(bad)")
        }
        let many = (1...17).map { "\($0):\(hash)" }.joined(separator: ",")
        #expect(await tester.asOperator("GET", path + many).status == 422)
    }

    @Test(
        arguments: [
            ([.admin], nil, 200), ([.dpo], nil, 200), ([.admin], ["support"], 403), ([.dpo], ["support"], 403),
            ([.ticketsRead, .ticketsWrite, .peopleRead, .privacyExport, .privacyErase], nil, 403),
        ] as [(Set<Scope>, [String]?, Int)])
    func `who watches over the whole desk reads the log, and nobody else`(
        scopes: Set<Scope>, mailboxes: [String]?, status: Int
    ) async throws {
        let tester = try SiteTester()
        let token = try await tester.test.bearer(
            scopes, mailboxes: mailboxes.map { Set($0.compactMap(MailboxName.init)) })
        for path in ["/api/v1/audit", "/api/v1/audit/verification"] {
            #expect(await tester.asBearer(token, "GET", path).status == status, "\(path)")
            #expect(await tester.send("GET", path).status == 401)
        }
    }

    @Test(arguments: ["after=-1", "after=x", "limit=0", "limit=501", "limit=x", "before=1", "after=1&after=2"])
    func `a question that makes no sense is refused`(query: String) async throws {
        let tester = try SiteTester()
        #expect(await tester.asOperator("GET", "/api/v1/audit?\(query)").status == 422)
    }
}
