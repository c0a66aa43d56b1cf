import Curl
import Desk
import Foundation
import LoopbackMail
import Mail
import Testing

@testable import Post

/// The courier port: what every answer of a server, and every silence, makes of a mail.
@Suite struct SMTPCourierTests {
    static func courier(
        _ server: SMTPLoopback, password: String = "secret", change: (inout SMTPTimeouts) -> Void = { _ in }
    ) throws -> SMTPCourier {
        let endpoint = try #require(ServerEndpoint(server.url, insecure: true))
        var timeouts = SMTPTimeouts()
        change(&timeouts)
        return try #require(
            SMTPCourier(endpoint, helloName: "desk.example", timeouts: timeouts) {
                .password(user: "desk", password: password)
            })
    }

    static func plain(_ server: SMTPLoopback) {
        server.setExtensions(["AUTH PLAIN LOGIN"])
    }

    /// The commands without their arguments, from the second EHLO on: the first is libcurl's.
    static func verbs(_ log: EventLog) -> [String] {
        let words = log.all.map { String($0.prefix { $0 != " " }) }
        return Array((words.lastIndex(of: "EHLO").map { words[($0 + 1)...] } ?? words[...]))
    }

    @Test(arguments: [true, false])
    func `a mail is taken whole, and the desk is asked at the right moments`(isPipelined: Bool) async throws {
        let server = SMTPLoopback()
        defer { server.stop() }
        if !isPipelined { Self.plain(server) }
        let courier = try Self.courier(server)
        let outbound = try TestMail.outbound("a")
        let outcome = await courier.send(outbound, checkpoint: TestCheckpoint(log: server.log))
        #expect(outcome == .accepted(SMTPReply(code: 250, enhanced: "2.0.0")))
        #expect(Self.verbs(server.log) == ["mayBegin", "MAIL", "RCPT", "DATA", "handing", "DOT"])
        let captured = try #require(server.captured.first)
        #expect(captured.bytes == outbound.bytes)
        #expect(captured.messageID == "a@desk.example" && captured.recipients == ["customer@example.org"])
        let envelope = server.log.all.filter { $0.hasPrefix("MAIL") || $0.hasPrefix("RCPT") }
        let size = outbound.bytes.count
        #expect(
            envelope
                == (isPipelined
                    ? [
                        "MAIL FROM:<support@desk.example> SIZE=\(size) RET=HDRS",
                        "RCPT TO:<customer@example.org> NOTIFY=FAILURE",
                    ]
                    : ["MAIL FROM:<support@desk.example>", "RCPT TO:<customer@example.org>"]))
        #expect(server.log.all.contains("EHLO desk.example"))
        #expect(!server.log.all.contains { $0.hasPrefix("EHLO") && $0 != "EHLO desk.example" })
        await courier.close()
        #expect(server.log.all.last == "QUIT")
    }

    @Test func `one connection carries many mails, one recipient each`() async throws {
        let server = SMTPLoopback()
        defer { server.stop() }
        let courier = try Self.courier(server)
        let checkpoint = TestCheckpoint(log: EventLog())
        for number in 0..<5 {
            let outbound = try TestMail.outbound("m\(number)", from: number == 2 ? .null : nil)
            #expect(
                await courier.send(outbound, checkpoint: checkpoint)
                    == .accepted(SMTPReply(code: 250, enhanced: "2.0.0")))
        }
        #expect(server.connectionsMade == 1)
        #expect(
            server.captured.map(\.sender) == [
                "support@desk.example", "support@desk.example", "", "support@desk.example", "support@desk.example",
            ])
        #expect(server.log.all.contains("RCPT TO:<customer@example.org> NOTIFY=NEVER"))
        // Too many for one connection: a new one is made before the server ends the old one.
        for number in 5..<(Limits.mailsPerConnection + 1) {
            _ = await courier.send(try TestMail.outbound("m\(number)"), checkpoint: checkpoint)
        }
        #expect(server.connectionsMade == 2 && server.captured.count == Limits.mailsPerConnection + 1)
        await courier.close()
    }

    static let outcomes: [(verb: String, reply: String, outcome: DeliveryOutcome)] = [
        ("MAIL", "451 4.3.0 later", .deferred(SMTPReply(code: 451, enhanced: "4.3.0"))),
        ("MAIL", "550 5.7.1 no null sender", .refused(SMTPReply(code: 550, enhanced: "5.7.1"), at: .sender)),
        ("MAIL", "530 5.7.0 authenticate", .unavailable(.loginRefused)),
        ("MAIL", "535 5.7.8 no", .unavailable(.loginRefused)),
        ("MAIL", "534 5.7.9 no", .unavailable(.loginRefused)),
        ("MAIL", "538 5.7.11 no", .unavailable(.tlsRefused)),
        ("MAIL", "454 4.7.0 later", .unavailable(.serverUnavailable)),
        ("MAIL", "421 4.3.2 closing", .deferred(SMTPReply(code: 421, enhanced: "4.3.2"))),
        ("MAIL", "354 what", .deferred(nil)),
        ("MAIL", "nonsense", .deferred(nil)),
        ("RCPT", "450 4.2.0 greylisted", .deferred(SMTPReply(code: 450, enhanced: "4.2.0"))),
        ("RCPT", "452 full", .deferred(SMTPReply(code: 452))),
        ("RCPT", "454 4.7.1 relay", .deferred(SMTPReply(code: 454, enhanced: "4.7.1"))),
        ("RCPT", "550 5.1.1 unknown", .refused(SMTPReply(code: 550, enhanced: "5.1.1"), at: .recipient)),
        (
            "RCPT", "550-5.1.1 The account\r\n550-5.1.1 does not\r\n550 5.1.1 exist",
            .refused(SMTPReply(code: 550, enhanced: "5.1.1"), at: .recipient)
        ),
        ("RCPT", "552 5.5.3 too many", .deferred(SMTPReply(code: 552, enhanced: "5.5.3"))),
        ("RCPT", "552 Too many recipients", .deferred(SMTPReply(code: 552))),
        ("RCPT", "552 5.2.2 mailbox full", .refused(SMTPReply(code: 552, enhanced: "5.2.2"), at: .recipient)),
        ("RCPT", "421 closing", .deferred(SMTPReply(code: 421))),
        ("DATA", "451 4.3.0 later", .deferred(SMTPReply(code: 451, enhanced: "4.3.0"))),
        ("DATA", "554 5.7.1 policy", .refused(SMTPReply(code: 554, enhanced: "5.7.1"), at: .data)),
        ("DOT", "250 ok", .accepted(SMTPReply(code: 250))),
        ("DOT", "451 4.3.0 later", .deferred(SMTPReply(code: 451, enhanced: "4.3.0"))),
        ("DOT", "421 closing", .deferred(SMTPReply(code: 421))),
        ("DOT", "554 5.6.0 no", .refused(SMTPReply(code: 554, enhanced: "5.6.0"), at: .data)),
        ("DOT", "354 what", .unknown),
        ("DOT", "nonsense", .unknown),
        ("DOT", "250-one\r\n251 two", .unknown),
    ]

    @Test(arguments: outcomes.indices, [true, false])
    func `every reply has one meaning`(index: Int, isPipelined: Bool) async throws {
        let (verb, reply, expected) = Self.outcomes[index]
        let server = SMTPLoopback()
        defer { server.stop() }
        if !isPipelined { Self.plain(server) }
        server.misbehave { $0.replies[verb] = reply }
        let courier = try Self.courier(server)
        let outcome = await courier.send(try TestMail.outbound("a"), checkpoint: TestCheckpoint(log: server.log))
        #expect(outcome == expected)
        #expect(server.log.all.contains("handing") == (verb == "DOT"))
        // Whatever happened, the next mail goes through.
        server.behave()
        let next = await courier.send(try TestMail.outbound("b"), checkpoint: TestCheckpoint(log: server.log))
        #expect(next == .accepted(SMTPReply(code: 250, enhanced: "2.0.0")))
        #expect(server.captured(messageID: "b@desk.example").count == 1)
        await courier.close()
    }

    @Test(arguments: ["MAIL", "RCPT", "DATA", "DOT"], [SMTPMisbehaviour.Ending.close, .reset, .silence])
    func `a connection that ends is unknown only after the dot`(
        verb: String, ending: SMTPMisbehaviour.Ending
    ) async throws {
        let server = SMTPLoopback()
        defer { server.stop() }
        server.misbehave { $0.breaksAt = (verb, ending) }
        let courier = try Self.courier(server) {
            ($0.mail, $0.recipient, $0.data, $0.dot) = (
                .seconds(1), .seconds(1), .seconds(1), .seconds(1)
            )
        }
        let outcome = await courier.send(try TestMail.outbound("a"), checkpoint: TestCheckpoint(log: server.log))
        #expect(outcome == (verb == "DOT" ? .unknown : .deferred(nil)))
        #expect(server.captured.count == (verb == "DOT" ? 1 : 0))
        await courier.close()
    }

    @Test func `a connection that ends in the text is deferred, and the dot was never sent`() async throws {
        let server = SMTPLoopback()
        defer { server.stop() }
        server.misbehave { $0.breaksInBodyAfter = 1_000 }
        let courier = try Self.courier(server)
        let text = String(repeating: "All work and no play.\n", count: 20_000)
        let outcome = await courier.send(
            try TestMail.outbound("a", text: text), checkpoint: TestCheckpoint(log: server.log))
        #expect(outcome == .deferred(nil))
        #expect(!server.log.all.contains("DOT") && server.captured.isEmpty)
    }

    @Test func `the gate's no means nothing was said, and a failed handing means no dot`() async throws {
        let server = SMTPLoopback()
        defer { server.stop() }
        let courier = try Self.courier(server)
        let outbound = try TestMail.outbound("a")
        #expect(await courier.send(outbound, checkpoint: TestCheckpoint(log: server.log, permits: false)) == .withheld)
        #expect(!server.log.all.contains { $0.hasPrefix("MAIL") })
        let failing = TestCheckpoint(log: server.log, failure: .notWritable)
        #expect(await courier.send(outbound, checkpoint: failing) == .deferred(nil))
        #expect(server.log.all.last == "handing" && server.captured.isEmpty)
        #expect(
            await courier.send(outbound, checkpoint: TestCheckpoint(log: server.log))
                == .accepted(SMTPReply(code: 250, enhanced: "2.0.0")))
        #expect(server.captured.count == 1)
        await courier.close()
    }

    @Test func `a server that does not let us in says nothing about the mail`() async throws {
        let server = SMTPLoopback()
        let checkpoint = TestCheckpoint(log: server.log)
        let outbound = try TestMail.outbound("a")
        let wrong = try Self.courier(server, password: "guess")
        #expect(await wrong.send(outbound, checkpoint: checkpoint) == .unavailable(.loginRefused))
        let courier = try Self.courier(server)
        server.misbehave { $0.replies["AUTH"] = "454 4.7.0 later" }
        #expect(await courier.send(outbound, checkpoint: checkpoint) == .unavailable(.serverUnavailable))
        server.misbehave { $0.replies = ["AUTH": "534 5.7.9 too weak"] }
        #expect(await courier.send(outbound, checkpoint: checkpoint) == .unavailable(.loginRefused))
        server.misbehave { $0.replies = ["GREETING": "554 5.3.2 closed"] }
        #expect(await courier.send(outbound, checkpoint: checkpoint) == .unavailable(.serverUnavailable))
        server.stop()
        #expect(await courier.send(outbound, checkpoint: checkpoint) == .unavailable(.unreachable))
        #expect(!server.log.all.contains("mayBegin"))
    }

    @Test func `a kept connection that was quiet is asked first, and replaced before the desk is asked`() async throws {
        let server = SMTPLoopback()
        defer { server.stop() }
        let courier = try Self.courier(server) { $0.unproved = .zero }
        let checkpoint = TestCheckpoint(log: server.log)
        _ = await courier.send(try TestMail.outbound("a"), checkpoint: checkpoint)
        server.log.removeAll()
        _ = await courier.send(try TestMail.outbound("b"), checkpoint: checkpoint)
        #expect(server.log.all.prefix(2) == ["RSET", "mayBegin"] && server.connectionsMade == 1)
        server.dropConnections()
        while server.openConnections > 0 { await Task.yield() }
        server.log.removeAll()
        let outcome = await courier.send(try TestMail.outbound("c"), checkpoint: checkpoint)
        #expect(outcome == .accepted(SMTPReply(code: 250, enhanced: "2.0.0")))
        #expect(server.log.all.count { $0 == "mayBegin" } == 1 && server.connectionsMade == 2)
        await courier.close()
    }

    @Test func `a kept connection that is gone is replaced, and the desk is asked again`() async throws {
        let server = SMTPLoopback()
        defer { server.stop() }
        let courier = try Self.courier(server) { $0.unproved = .seconds(3600) }
        _ = await courier.send(try TestMail.outbound("a"), checkpoint: TestCheckpoint(log: server.log))
        server.dropConnections()
        while server.openConnections > 0 { await Task.yield() }
        server.log.removeAll()
        let outcome = await courier.send(try TestMail.outbound("b"), checkpoint: TestCheckpoint(log: server.log))
        #expect(outcome == .accepted(SMTPReply(code: 250, enhanced: "2.0.0")))
        #expect(server.log.all.first == "mayBegin")
        #expect(Self.verbs(server.log) == ["mayBegin", "MAIL", "RCPT", "DATA", "handing", "DOT"])
        // The same when the server says goodbye only when the next mail comes.
        server.misbehave {
            $0.replies = ["MAIL": "421 4.7.0 too many on this connection"]
            $0.times = 1
        }
        #expect(
            await courier.send(try TestMail.outbound("c"), checkpoint: TestCheckpoint(log: server.log))
                == .accepted(SMTPReply(code: 250, enhanced: "2.0.0")))
        #expect(server.connectionsMade == 3 && server.captured.count == 3)
        await courier.close()
    }

    @Test func `a slow answer is awaited, also by a cancelled task`() async throws {
        let server = SMTPLoopback()
        defer { server.stop() }
        server.misbehave { $0.slowMilliseconds = ["DOT": 300, "MAIL": 50] }
        let courier = try Self.courier(server)
        let outbound = try TestMail.outbound("a")
        let outcome = await withTaskGroup(of: DeliveryOutcome.self) { group in
            group.addTask { await courier.send(outbound, checkpoint: TestCheckpoint(log: server.log)) }
            while !server.log.all.contains("DOT") { await Task.yield() }
            group.cancelAll()
            return await group.next()
        }
        #expect(outcome == .accepted(SMTPReply(code: 250, enhanced: "2.0.0")))
        await courier.close()
    }

    @Test func `replies cut after any byte never turn into a delivery that was not, nor hide one that may be`()
        async throws
    {
        let server = SMTPLoopback()
        defer { server.stop() }
        var cut = 0
        var outcome = DeliveryOutcome.withheld
        while outcome != .accepted(SMTPReply(code: 250, enhanced: "2.0.0")) {
            let bytes = cut
            server.log.removeAll()
            server.misbehave { $0.breakAfter = (bytes, cut % 2 == 0 ? .close : .reset) }
            let courier = try Self.courier(server)
            outcome = await courier.send(try TestMail.outbound("c\(cut)"), checkpoint: TestCheckpoint(log: server.log))
            await courier.close()
            let wasTaken = !server.captured(messageID: "c\(cut)@desk.example").isEmpty
            let wasHanded = server.log.all.contains("handing")
            switch outcome {
            case .accepted: #expect(wasTaken)
            case .unknown: #expect(wasHanded, "cut at \(cut)")
            case .deferred(nil): #expect(!wasTaken, "cut at \(cut)")
            case .unavailable(let failure):
                #expect(!wasHanded && failure.isTransient, "cut at \(cut)")
            default: #expect(Bool(false), "cut at \(cut): \(outcome)")
            }
            cut += 1
        }
        #expect(cut > 300)
    }

    @Test(arguments: [
        ("kundé@example.org", ["SMTPUTF8", "8BITMIME"], DeliveryOutcome?.none, "kundé@example.org"),
        ("kundé@example.org", ["8BITMIME"], .refused(SMTPReply(code: 553, enhanced: "5.6.7"), at: .recipient), ""),
        ("kunde@bücher.example", [], nil, "kunde@xn--bcher-kva.example"),
    ])
    func `addresses beyond ASCII need the server's word only in the local part`(
        address: String, extensions: [String], outcome: DeliveryOutcome?, recipient: String
    ) async throws {
        let server = SMTPLoopback()
        defer { server.stop() }
        server.setExtensions(["AUTH PLAIN"] + extensions)
        let courier = try Self.courier(server)
        let outbound = try TestMail.outbound("a", to: address)
        let result = await courier.send(outbound, checkpoint: TestCheckpoint(log: server.log))
        #expect(result == outcome ?? .accepted(SMTPReply(code: 250, enhanced: "2.0.0")))
        #expect(server.captured.first?.recipients.first ?? "" == recipient)
        await courier.close()
    }

    @Test(arguments: ["", "desk example", "desk.example\r\nMAIL FROM:<>", "[::1", "a/b", "a%0d%0ab"])
    func `the name in EHLO cannot carry a command`(name: String) throws {
        let endpoint = try #require(ServerEndpoint("smtps://mail.example"))
        #expect(SMTPCourier(endpoint, helloName: name) { .none } == nil)
        #expect(SMTPCourier(endpoint, helloName: "[IPv6:2001:db8::1]") { .none } != nil)
    }
}
