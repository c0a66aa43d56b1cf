import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Web

/// Consents, the name and objections on `/my`: seen and changed by whoever they are of.
struct PortalRightsTests {
    private static let form = (name: "Content-Type", value: "application/x-www-form-urlencoded")

    @Test func `Art 7(3) a consent is shown with its words, version and day, and ends with one click`() async throws {
        let tester = try SiteTester()
        try await tester.test.addConsent()
        let (cookie, key) = try await tester.signIn()
        let page = await tester.send("GET", "/my/consents", [cookie])
        for words in ["Newsletter", "en-1", "2026-", "news of our products once a month", "value=\"newsletter\""] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(!page.text.contains("checked"))
        let ended = await tester.send(
            "POST", "/my/consents/withdrawal", [Self.form, cookie], body: "key=\(key)&purpose=newsletter")
        #expect(ended.status == 303 && ended.header("location") == "../consents")
        let record = try #require(tester.test.store.snapshot.consents.first?.record)
        #expect(record.state == .withdrawn && record.withdrawal?.channel == .portal)
        let after = await tester.send("GET", "/my/consents", [cookie])
        #expect(after.text.contains("Withdrawn") && !after.text.contains("consents/withdrawal"))
        let twice = await tester.send(
            "POST", "/my/consents/withdrawal", [Self.form, cookie], body: "key=\(key)&purpose=newsletter")
        #expect(twice.status == 404)
    }

    @Test func `who gave no consent is told so`() async throws {
        let tester = try SiteTester()
        let (cookie, _) = try await tester.signIn()
        let page = await tester.send("GET", "/my/consents", [cookie])
        #expect(page.status == 200 && page.text.contains("You have given us none."))
    }

    @Test func `Art 16 a name is corrected at once, and only as a name`() async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        for unfit in ["", "+", "a%0Ab", String(repeating: "a", count: 2_000)] {
            let answer = await tester.send("POST", "/my/name", [Self.form, cookie], body: "key=\(key)&name=\(unfit)")
            #expect(answer.status == 422 && answer.text.contains("role=\"alert\""), "\(unfit.prefix(9))")
        }
        let saved = await tester.send(
            "POST", "/my/name", [Self.form, cookie], body: "key=\(key)&name=Anne+%3Cb%3EZ%3C%2Fb%3E")
        #expect(saved.status == 200 && saved.text.contains("role=\"status\"") && !saved.text.contains("<b>"))
        #expect(tester.test.store.snapshot.people[tester.test.person]?.name == "Anne <b>Z</b>")
        let event = tester.test.store.snapshot.audit.last { $0.event == .personRectified(tester.test.person) }
        #expect(event?.actor.auditName == "person")
    }

    @Test func `Art 21(2) an objection to advertising holds at once, and wanting other mail does not lift it`()
        async throws
    {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        let page = await tester.send("GET", "/my/objection", [cookie])
        #expect(page.text.contains("value=\"marketing\"") && page.text.contains("value=\"processing\""))
        let said = await tester.send(
            "POST", "/my/objection", [Self.form, cookie], body: "key=\(key)&against=marketing")
        #expect(said.status == 303 && said.header("location") == "objection")
        #expect(Set(tester.test.store.snapshot.suppressions.map(\.scope)) == [.marketing])
        _ = await tester.send("POST", "/my/mail", [Self.form, cookie], body: "key=\(key)&mail=everything")
        #expect(Set(tester.test.store.snapshot.suppressions.map(\.scope)) == [.marketing])
        let after = await tester.send("GET", "/my/objection", [cookie])
        #expect(!after.text.contains("value=\"marketing\"") && after.text.contains("role=\"status\""))
    }

    @Test func `Art 21(1) an objection to the use withholds at once and is in the register`() async throws {
        let tester = try SiteTester()
        let (cookie, key) = try await tester.signIn()
        for wrong in ["against=all", "against=processing", "", "against=marketing&against=processing"] {
            let answer = await tester.send("POST", "/my/objection", [Self.form, cookie], body: "key=\(key)&\(wrong)")
            #expect(answer.status == 403, "\(wrong)")
        }
        let said = await tester.send(
            "POST", "/my/objection", [Self.form, cookie], body: "key=\(key)&against=processing&words=No+more.")
        #expect(said.status == 303)
        let standing = try await tester.test.desk.restrictions(of: tester.test.person)
        #expect(standing.map(\.ground) == [.objection])
        let request = try #require(tester.test.store.snapshot.requests.values.first)
        #expect(request.right == .objection && request.wording == "No more." && request.isOpen)
        let after = await tester.send("GET", "/my/objection", [cookie])
        #expect(!after.text.contains("value=\"processing\""))
    }

    @Test(arguments: [
        ("/my/exports", "kind=access"), ("/my/consents/withdrawal", "purpose=newsletter"), ("/my/name", "name=Eve"),
        ("/my/objection", "against=marketing"),
    ])
    func `a form without the session's key, or from elsewhere, changes nothing`(
        path: String, fields: String
    ) async throws {
        let tester = try SiteTester()
        try await tester.test.addConsent()
        let (cookie, key) = try await tester.signIn()
        let before = tester.test.store.snapshot
        for (body, headers) in [
            (fields, []), ("key=x&\(fields)", []), ("key=\(key)&\(fields)&to=eve", []),
            ("key=\(key)&\(fields)", [(name: "Sec-Fetch-Site", value: "cross-site")]),
        ] as [(String, [(name: String, value: String)])] {
            let answer = await tester.send("POST", path, [Self.form, cookie] + headers, body: body)
            #expect(answer.status == 403, "\(body)")
        }
        let after = tester.test.store.snapshot
        #expect(after.exports.isEmpty && after.suppressions == before.suppressions)
        #expect(after.people == before.people && after.consents.map(\.record) == before.consents.map(\.record))
    }
}
