import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Webhooks with the real binary and a real receiver on loopback.
    struct WebhookTests {
        private static let refusing = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"

        private static func events(_ receiver: HTTPLoopback) throws -> [DaemonProcess.JSON] {
            try receiver.requests.map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.body)) as? DaemonProcess.JSON)
            }
        }

        @Test func `events are told signed and by id, wait while the receiver is down, and survive a kill`() throws {
            let receiver = HTTPLoopback()
            defer { receiver.stop() }
            let daemon = try DaemonProcess()
            try daemon.start()
            let secret = try daemon.ticketd(
                "webhooks", "add", receiver.url + "/in", "--event", "ticket.opened", "--event", "ticket.closed"
            ).trimmingCharacters(in: .whitespacesAndNewlines)
            daemon.imap.deliverNow(CustomerMail.bytes("m1", subject: "Secret matter"))
            try daemon.wait("the first event") { receiver.requests.count == 1 }
            let request = receiver.requests[0]
            let event = try #require(try Self.events(receiver).first)
            #expect(event["event"] as? String == "ticket.opened" && event["ticket"] as? Int == 1)
            let text = request.lines.joined(separator: "\n") + String(decoding: request.body, as: UTF8.self)
            for personal in ["ann", "customer.example", "Secret", "burns"] { #expect(!text.contains(personal)) }
            let line = try #require(request.lines.first { $0.lowercased().hasPrefix("ticketd-signature:") })
            let match = try #require(line.firstMatch(of: /t=(\d+),v1=([0-9a-f]{64})/))
            let signed = Array("\(match.1).".utf8) + request.body
            // By another program than the one that signed.
            let script =
                "import hmac, sys; print(hmac.new(sys.argv[1].encode(), sys.stdin.buffer.read(), 'sha256').hexdigest())"
            let digest = try ProgramRun("/usr/bin/python3", ["-c", script, secret], input: signed).output
            #expect(digest.trimmingCharacters(in: .whitespacesAndNewlines) == match.2)

            // The receiver is down; what happens meanwhile waits on disk, through a kill, and arrives in order.
            receiver.answer(with: Self.refusing)
            _ = try daemon.ticketd("tickets", "close", "1")
            try daemon.wait("a refused try") { receiver.requests.count >= 2 }
            try daemon.wait("the status to say so") { try daemon.ticketd("status").contains("webhooks: 1 failing") }
            daemon.imap.deliverNow(CustomerMail.bytes("m2", subject: "Another"))
            try daemon.wait("the second ticket") { try daemon.tickets().count == 2 }
            try daemon.kill9()
            let before = receiver.requests.count
            receiver.answer(with: "HTTP/1.1 204 No Content\r\n\r\n")
            try daemon.start()
            let told = { () throws -> [DaemonProcess.JSON] in
                var seen: Set<String> = []
                return try Self.events(receiver).dropFirst(before).filter { seen.insert("\($0["id"] ?? "")").inserted }
            }
            try daemon.wait("what waited") { try told().count == 2 }
            #expect(try told().compactMap { $0["event"] as? String } == ["ticket.closed", "ticket.opened"])
            // A repetition is told by its id: the refused try and the one that was taken are the same event.
            let refused = try #require(try Self.events(receiver)[1]["id"] as? String)
            #expect(try told().first?["id"] as? String == refused)
            try daemon.wait("the list to be well") { try daemon.ticketd("webhooks").contains("  well  ") }
        }

        @Test func `a receiver that says it is gone is disabled, and the status says so`() throws {
            let receiver = HTTPLoopback()
            defer { receiver.stop() }
            receiver.answer(with: "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")
            let daemon = try DaemonProcess()
            try daemon.start()
            let made = try daemon.json(
                "POST", "/api/v1/webhooks", body: ["url": receiver.url, "events": ["ticket.opened"]])
            let id = try #require(made["id"] as? String)
            _ = try daemon.ticketd("webhooks", "test", id)
            try daemon.wait("the end of it") { try daemon.ticketd("status").contains("webhooks: 1 disabled") }
            #expect(try Self.events(receiver).first?["event"] as? String == "test")
            #expect(try daemon.ticketd("webhooks").contains("disabled"))
            receiver.answer(with: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            _ = try daemon.ticketd("webhooks", "enable", id)
            _ = try daemon.ticketd("webhooks", "test", id)
            try daemon.wait("the test to arrive") { receiver.requests.count == 2 }
            let plain = try daemon.run([
                "webhooks", "add", "http://crm.example/", "--event", "ticket.opened", "--config",
                daemon.configurationPath,
            ])
            #expect(plain.status == 64 && plain.error.contains("https"))
        }
    }
}
