import Desk
import DeskTesting
import Mail
import Testing
import Web

/// The settings page behind the link of every mail to staff (mail.md, class M7).
struct NoticesPageTests {
    private static let form = (name: "Content-Type", value: "application/x-www-form-urlencoded")

    /// A desk that tells two people, and the link in the mail to the first.
    private static func arranged() throws -> (SiteTester, path: String) {
        let recipients = try ["ops@example.com", "boss@example.com"].map { try Samples.address($0) }
        let tester = try SiteTester { $0.alerts.recipients = recipients }
        return (tester, "/u/\(try tester.test.staffToken(to: recipients[0]))")
    }

    @Test(arguments: ["GET", "HEAD"])
    func `P13 fetching the settings page changes nothing`(method: String) async throws {
        let (tester, path) = try Self.arranged()
        let before = tester.test.store.snapshot
        for target in [path, path + "?notices=mute", path + "?List-Unsubscribe=One-Click"] {
            #expect(await tester.send(method, target, [Self.form], body: "notices=mute").status == 200)
        }
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `a POST mutes, says so, and can be taken back`() async throws {
        let (tester, path) = try Self.arranged()
        let first = await tester.send("GET", path)
        #expect(first.text.contains("value=\"all\" checked"))
        #expect(!first.text.contains("ops@example.com"))
        let muted = await tester.send("POST", path, [Self.form], body: "notices=mute")
        #expect(muted.status == 200 && muted.text.contains("Your choice is stored"))
        #expect(muted.header("location") == nil && muted.header("set-cookie") == nil)
        #expect(await tester.send("GET", path).text.contains("value=\"mute\" checked"))
        let count = tester.test.store.snapshot.suppressions.count
        _ = await tester.send("POST", path, [Self.form], body: "notices=mute")
        #expect(tester.test.store.snapshot.suppressions.count == count)
        #expect(await tester.send("POST", path, [Self.form], body: "notices=all").status == 200)
        #expect(await tester.send("GET", path).text.contains("value=\"all\" checked"))
    }

    @Test func `one click mutes notices and leaves the same address as a customer alone`() async throws {
        let customer = try Samples.address(TestDesk.customer)
        let tester = try SiteTester { $0.alerts.recipients = [customer] }
        let path = "/u/\(try tester.test.staffToken(to: customer))"
        let response = await tester.send("POST", path, [Self.form], body: "List-Unsubscribe=One-Click")
        #expect(response.status == 200)
        #expect(tester.test.store.snapshot.suppressions.map(\.scope) == [.notices])
        #expect(tester.test.store.snapshot.entries.values.allSatisfy { $0.summary.state == .queued })
        #expect(try await !tester.test.desk.unsubscribePage(token: tester.test.token()).isSuppressed)
    }

    @Test func `the last who hears of warnings is told that he keeps hearing`() async throws {
        let (tester, path) = try Self.arranged()
        _ = await tester.send("POST", path, [Self.form], body: "notices=mute")
        tester.test.clock.advance(by: .seconds(60))
        let other = "/u/\(try tester.test.staffToken(to: Samples.address("boss@example.com")))"
        let response = await tester.send("POST", other, [Self.form], body: "notices=mute")
        #expect(response.text.contains("You are the last"))
        #expect(await !tester.send("GET", path).text.contains("You are the last"))
    }

    @Test(arguments: ["confirm=1&scope=everything", "undo=1", "notices=", "notices=mute&notices=all", "notices=none"])
    func `whatever else is posted changes nothing`(body: String) async throws {
        let (tester, path) = try Self.arranged()
        let before = tester.test.store.snapshot
        #expect(await tester.send("POST", path, [Self.form], body: body).status == 400)
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `the form of staff does nothing on a customer's link`() async throws {
        let (tester, _) = try Self.arranged()
        let before = tester.test.store.snapshot
        let path = "/u/\(try tester.test.token())"
        #expect(await tester.send("POST", path, [Self.form], body: "notices=mute").status == 400)
        #expect(tester.test.store.snapshot == before)
    }

    @Test func `a store that cannot be written says so and asks to come again`() async throws {
        let (tester, path) = try Self.arranged()
        tester.test.store.fail(writing: .notWritable)
        let response = await tester.send("POST", path, [Self.form], body: "notices=mute")
        #expect(response.status == 503 && response.header("retry-after") != nil)
    }
}
