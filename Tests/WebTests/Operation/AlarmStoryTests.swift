import Desk
import DeskTesting
import Foundation
import Testing
import Web

/// `/readyz` and the status tell one story: the book of alarms.
struct AlarmStoryTests {
    @Test func `readiness and status name the alarm, since when it stands and what to do next`() async throws {
        let tester = try SiteTester()
        tester.test.desk.board.report(.stopped(.loginRefused), of: try Samples.mailboxName())
        let readiness = await tester.send("GET", "/readyz")
        #expect(readiness.status == 503)
        let sentence = "mailbox support: the IMAP server refuses the login"
        #expect(readiness.text.contains("login-refused: \(sentence), since 2026-09-21 14:13 UTC; correct"))
        let status = try await tester.asOperator("GET", "/api/v1/status").object()
        let alarm = try #require((status["alarms"] as? [[String: Any]])?.first)
        #expect(alarm["kind"] as? String == "login-refused")
        #expect(alarm["mailbox"] as? String == "support")
        #expect(alarm["what"] as? String == sentence)
        #expect((alarm["remedy"] as? String)?.contains("systemctl reload ticketd") == true)
        #expect(alarm["stopsWork"] as? Bool == true && alarm["unmailed"] as? Bool == false)
    }

    @Test func `what needs a human while work goes on stands below ready`() async throws {
        let tester = try SiteTester()
        tester.test.store.arrange { $0.figures.courtesies.toEverybodyLastHour = 100 }
        let response = await tester.send("GET", "/readyz")
        #expect(response.status == 200)
        #expect(response.text.hasPrefix("ready\nautomatic-mail-limit: "))
    }

    @Test func `a token sees the alarms of its own mailboxes and of the desk`() async throws {
        let tester = try SiteTester()
        for name in ["support", "sales"] {
            tester.test.desk.board.report(.stopped(.loginRefused), of: try Samples.mailboxName(name))
        }
        tester.test.store.arrange { $0.figures.courtesies.toEverybodyLastHour = 100 }
        let token = try await tester.test.bearer([.ticketsRead], mailboxes: [Samples.mailboxName("sales")])
        let status = try await tester.asBearer(token, "GET", "/api/v1/status").object()
        let alarms = try #require(status["alarms"] as? [[String: Any]])
        #expect(alarms.map { $0["kind"] as? String } == ["login-refused", "automatic-mail-limit"])
        #expect(alarms.first?["mailbox"] as? String == "sales")
    }
}
