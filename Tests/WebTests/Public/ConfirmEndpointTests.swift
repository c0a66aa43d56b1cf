import Desk
import DeskTesting
import Testing
import Web

/// The page behind a link of double opt-in.
struct ConfirmEndpointTests {
    private static let form = [(name: "Content-Type", value: "application/x-www-form-urlencoded")]

    private func asked(in language: Language = .english) async throws -> (SiteTester, String) {
        let tester = try SiteTester()
        let address = try Samples.address(TestDesk.customer)
        try await tester.test.desk.unsubscribe(
            token: tester.test.token(.body), scope: .everything, source: .page)
        try await tester.test.desk.ask(.resubscription(group: "default"), of: address, in: language)
        #expect(try await !tester.test.desk.sendOptIns())
        return (tester, "/confirm/" + (try tester.test.confirmationToken()))
    }

    @Test(arguments: ["GET", "HEAD"])
    func `P13 fetching a link of double opt-in changes nothing`(method: String) async throws {
        let (tester, path) = try await asked()
        let before = tester.test.store.snapshot
        for _ in 0..<3 { #expect(await tester.send(method, path).status == 200) }
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `the button makes the wish true, and pressing it again changes nothing`() async throws {
        let (tester, path) = try await asked()
        let page = await tester.send("GET", path)
        #expect(page.text.contains("Yes, send me mail again") && page.header("Set-Cookie") == nil)
        #expect(!tester.test.store.snapshot.suppressions.isEmpty)
        let done = await tester.send("POST", path, Self.form, body: "confirm=1")
        #expect(done.status == 200 && done.text.contains("You will receive our mail again"))
        #expect(tester.test.store.snapshot.suppressions.isEmpty)
        let audit = tester.test.store.snapshot.audit
        #expect(await tester.send("POST", path, Self.form, body: "confirm=1").status == 200)
        #expect(tester.test.store.snapshot.audit == audit)
        #expect(await tester.send("GET", path).text.contains("You will receive our mail again"))
    }

    @Test(arguments: ["", "confirm=0", "confirm=1&confirm=1", "confirm=1&x=1", "List-Unsubscribe=One-Click", "%"])
    func `whatever else is posted changes nothing`(body: String) async throws {
        let (tester, path) = try await asked()
        let before = tester.test.store.snapshot
        #expect(await tester.send("POST", path, Self.form, body: body).status == 400)
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `links that do not work are one page, and the person's language speaks`() async throws {
        let (tester, path) = try await asked(in: .german)
        #expect(await tester.send("GET", path).text.contains("Ja, senden Sie mir wieder"))
        let foreign = try SiteTester()
        for bad in ["/confirm/x", "/confirm/" + String(repeating: "A", count: 43), path] {
            let answer = await foreign.send("GET", bad)
            #expect(answer.status == 404 && answer.text.contains("older than seven days"))
            #expect(await foreign.send("POST", bad, Self.form, body: "confirm=1").status == 404)
        }
        tester.test.clock.advance(by: .seconds(7 * 86_400))
        #expect(await tester.send("GET", path).status == 404)
        #expect(await tester.send("POST", path, Self.form, body: "confirm=1").status == 404)
        #expect(!tester.test.store.snapshot.suppressions.isEmpty)
    }
}
