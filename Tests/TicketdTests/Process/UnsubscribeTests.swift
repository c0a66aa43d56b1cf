import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Unsubscribing as the world does it: by one click, by the page, by mail; and the race with sending, on the wire.
    struct UnsubscribeTests {
        @Test func `P5 after a one-click answer nothing more is sent to that address`() throws {
            let daemon = try DaemonProcess()
            let site = try Site(daemon)
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            _ = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "First answer."])
            try daemon.wait("the answer") { daemon.smtp.captured.count == 2 }
            let link = try #require(Links(in: daemon.smtp.captured[1].bytes).header)

            for method in ["GET", "HEAD"] {
                #expect(try site.ask(method, link) == 200)
            }
            #expect(try daemon.people("ann@customer.example").suppressions.isEmpty)
            #expect(try site.post(link, "List-Unsubscribe=One-Click") == 200)
            #expect(try site.post(link, "List-Unsubscribe=One-Click") == 200)

            let second = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "Second answer."])
            #expect((second["delivery"] as? [String: Any])?["state"] as? String == "suppressed")
            daemon.imap.deliverNow(CustomerMail.bytes("m2", subject: "Another question"))
            try daemon.wait("the second ticket") { try daemon.tickets().count == 2 }
            let first = try daemon.json("POST", "/api/v1/tickets/2/replies", body: ["text": "You wrote again."])
            #expect((first["delivery"] as? [String: Any])?["state"] as? String == "queued")
            try daemon.wait("the one answer that is allowed") { daemon.smtp.captured.count == 3 }
            let text = String(decoding: daemon.smtp.captured[2].bytes, as: UTF8.self)
            #expect(text.contains("You unsubscribed on"))
            // Nothing automatic: two tickets, one acknowledgement.
            #expect(daemon.smtp.captured.count == 3)
            let override = try daemon.json(
                "POST", "/api/v1/tickets/1/replies",
                body: [
                    "text": "We must tell you.",
                    "override": ["reason": "recall of the device", "basis": "Art. 6(1)(c)"],
                ])
            #expect((override["delivery"] as? [String: Any])?["state"] as? String == "queued")
            try daemon.wait("the overridden one") { daemon.smtp.captured.count == 4 }
        }

        @Test func `a mail to the mailbox unsubscribes without a web server`() throws {
            let daemon = try DaemonProcess()
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            let subject = try #require(Links(in: daemon.smtp.captured[0].bytes).mailtoSubject)
            daemon.imap.deliver(CustomerMail.bytes("u1", from: "other@elsewhere.example", subject: subject))
            try daemon.wait("the wish") { try !daemon.people("ann@customer.example").suppressions.isEmpty }
            #expect(try daemon.tickets().count == 1)
        }

        /// The transaction has begun and hangs at the server's answer to RCPT when the click arrives.
        @Test func `P5 the race of unsubscribe and send, on the wire`() throws {
            let daemon = try DaemonProcess()
            let site = try Site(daemon)
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            let link = try #require(Links(in: daemon.smtp.captured[0].bytes).header)
            _ = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "First."])
            try daemon.wait("the first answer") { daemon.smtp.captured.count == 2 }
            daemon.smtp.misbehave { $0.slowMilliseconds["DOT"] = 700 }
            for index in 1...4 {
                _ = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "Answer \(index)."])
            }
            usleep(300_000)
            #expect(try site.post(link, "List-Unsubscribe=One-Click") == 200)
            let answeredAt = DispatchTime.now().uptimeNanoseconds
            try daemon.wait("the queue rests") {
                try daemon.outbox().allSatisfy { ["sent", "suppressed"].contains($0["state"] as? String ?? "") }
            }
            // One transaction had begun; it may end. None begins after the answer.
            let late = daemon.smtp.captured.filter { $0.takenAt > answeredAt + 900_000_000 }
            #expect(late.isEmpty)
            #expect(try daemon.outbox("suppressed").count >= 2)
        }
    }
}

/// The links a mail of ours carries, read by hand: not with the parser that wrote them.
struct Links {
    let header: String?
    let mailtoSubject: String?

    init(in bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: " ").replacing("\r\n\t", with: " ")
        let line = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("list-unsubscribe:") } ?? ""
        let uris = line.split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" }) }
        header = uris.first { $0.hasPrefix("http") }
        mailtoSubject = uris.first { $0.hasPrefix("mailto:") }?.split(separator: "=").last.map {
            String($0).removingPercentEncoding ?? String($0)
        }
    }
}

/// The public listener of a daemon, whatever its public_url says.
struct Site {
    let port: UInt16

    init(_ daemon: DaemonProcess) throws {
        let text = try String(contentsOfFile: daemon.configurationPath, encoding: .utf8)
        let listen = try #require(text.split(separator: "\n").first { $0.hasPrefix("listen = ") })
        port = try #require(listen.split(separator: "\"")[1].split(separator: ":").last.flatMap { UInt16($0) })
    }

    func ask(_ method: String, _ link: String) throws -> Int {
        try send(method, link, body: nil)
    }

    func post(_ link: String, _ body: String) throws -> Int {
        try send("POST", link, body: Array(body.utf8))
    }

    private func send(_ method: String, _ link: String, body: [UInt8]?) throws -> Int {
        let path = try #require(link.firstRange(of: "/u/")).lowerBound
        let headers: [(name: String, value: String)] =
            body == nil ? [] : [(name: "Content-Type", value: "application/x-www-form-urlencoded")]
        return try PlainHTTP.send(method, String(link[path...]), at: .tcp(port), headers: headers, body: body).status
    }
}

extension DaemonProcess {
    struct Person {
        let id: String
        let suppressions: [JSON]
    }

    func people(_ address: String) throws -> Person {
        let answer = try json("POST", "/api/v1/people/lookup", body: ["address": address])
        let people = answer["people"] as? [JSON] ?? []
        return Person(
            id: people.first?["id"] as? String ?? "", suppressions: people.first?["suppressions"] as? [JSON] ?? [])
    }
}
