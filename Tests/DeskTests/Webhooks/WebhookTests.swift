import Desk
import DeskTesting
import Foundation
import Testing
import Vault

/// Other programs that want to know.
struct WebhookTests {
    private static func delivery() throws -> WebhookDelivery {
        WebhookDelivery(
            id: "1790000000000-7", hook: WebhookID(ObjectID(high: 1, low: 1)),
            url: try #require(WebhookURL("https://crm.example/in")), secret: Array("whsec_x".utf8),
            topic: .outboxFailed, ticket: TicketNumber(1042), mailbox: MailboxName("support"),
            entry: OutboxEntryID(ObjectID(high: 0, low: 255)), at: TestDesk.start, failures: 0)
    }

    @Test func `an event is ids and words of ours, in JSON`() throws {
        let object = try JSONSerialization.jsonObject(with: Data(Self.delivery().body)) as? [String: Any]
        let event = try #require(object)
        #expect(Set(event.keys) == ["id", "event", "at", "ticket", "mailbox", "entry"])
        #expect(event["id"] as? String == "1790000000000-7" && event["event"] as? String == "outbox.failed")
        #expect(event["at"] as? String == "2026-09-21T14:13:20Z" && event["ticket"] as? Int == 1042)
        #expect(event["entry"] as? String == String(repeating: "0", count: 30) + "ff")
    }

    @Test func `the signature binds the time and the body`() throws {
        let delivery = try Self.delivery()
        let now = Date(timeIntervalSince1970: 1_790_000_100)
        let signed = Array("1790000100.".utf8) + delivery.body
        let expected = Hex.encode(KeyedDigest.sha256(key: Array("whsec_x".utf8), signed))
        #expect(delivery.signature(at: now) == "t=1790000100,v1=\(expected)")
        var other = delivery
        other.ticket = TicketNumber(1043)
        #expect(other.signature(at: now) != delivery.signature(at: now))
    }

    @Test(arguments: [
        "https://crm.example/in", "https://crm.example:8443/in?x=1", "https://10.0.0.7/", "http://127.0.0.1:9/x",
        "http://[::1]:9/",
    ])
    func `where a webhook may lead`(text: String) {
        #expect(WebhookURL(text)?.text == text)
    }

    @Test(arguments: [
        "", "http://crm.example/", "http://localhost/", "ftp://127.0.0.1/", "https:///x", "https://a@crm.example/",
        "https://crm.example/#x", "https://169.254.169.254/latest", "http://169.254.169.254/", "https://[fe80::1]/",
        "https://[::ffff:169.254.169.254]/", "https://crm.example/a b", "file:///etc/passwd",
        "https://crm.example/\r\nX: y",
        "HTTP://127.0.0.1.evil.example/",
    ])
    func `where it may not`(text: String) {
        #expect(WebhookURL(text) == nil)
    }

    private let retry = WebhookRetry(
        policy: RetryPolicy(waits: [.seconds(1800), .seconds(3600)], giveUp: .seconds(5 * 86_400)))

    @Test(arguments: [200, 201, 204, 299])
    func `any 2xx is enough`(status: Int) {
        let result = retry.result(
            status: status, cause: "", failures: 3, failingSince: .distantPast, now: TestDesk.start, fraction: 0.5)
        #expect(result == .delivered)
    }

    @Test func `everything else is tried again as the outbox is, until it is given up`() {
        let now = TestDesk.start
        for (status, failures, wait) in [(500, 0, 1800.0), (302, 1, 3600), (404, 7, 3600), (nil, 0, 1800)]
            as [(Int?, Int, Double)]
        {
            let result = retry.result(
                status: status, cause: "broke off", failures: failures, failingSince: nil, now: now, fraction: 0.5)
            let word = status.map { "answered \($0)" } ?? "broke off"
            #expect(result == .failed(word, retryAt: now.addingTimeInterval(wait)))
        }
        let gone = retry.result(status: 410, cause: "", failures: 0, failingSince: nil, now: now, fraction: 0.5)
        #expect(gone == .givenUp("answered 410"))
        let old = now.addingTimeInterval(-5 * 86_400)
        let dead = retry.result(status: nil, cause: "x", failures: 9, failingSince: old, now: now, fraction: 0.5)
        #expect(dead == .givenUp("x"))
    }

    @Test func `a webhook is of the whole desk, and its secret is answered once`() async throws {
        let desk = try TestDesk()
        let url = try #require(WebhookURL("https://crm.example/in"))
        let (hook, secret) = try await desk.desk.addWebhook(url, topics: [.ticketOpened], as: .operatorOnHost)
        #expect(secret.hasPrefix("whsec_") && secret.utf8.count == 49)
        #expect(try await desk.desk.webhooks(as: .operatorOnHost) == [hook])
        let bound = Principal.token(
            AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [.admin], mailboxes: [Scenario.mailbox().name])
        await #expect(throws: DeskRefusal.forbidden(.admin)) { try await desk.desk.webhooks(as: bound) }
        for topics in [[], [.test]] as [Set<WebhookTopic>] {
            await #expect(throws: DeskRefusal.self) {
                try await desk.desk.addWebhook(url, topics: topics, as: .operatorOnHost)
            }
        }
        try await desk.desk.removeWebhook(hook.id, as: .operatorOnHost)
        await #expect(throws: DeskRefusal.notFound(.webhook)) {
            try await desk.desk.testWebhook(hook.id, as: .operatorOnHost)
        }
    }
}
