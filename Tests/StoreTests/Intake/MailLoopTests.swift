import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// P12: machines that answer machines, with whole stores on both sides and nobody between them.
@Suite struct MailLoopTests {
    private static let headersOfOurs = [
        "auto-submitted", "x-auto-response-suppress", "x-ticketd-loop", "list-unsubscribe", "list-unsubscribe-post",
        "precedence", "return-path",
    ]

    /// What is lost on the way: nothing, then one after the other, then all.
    private static let losses = [[]] + headersOfOurs.map { [$0] } + [headersOfOurs]

    @Test(arguments: losses)
    func `P12 two ticketds that write to each other stop after one automatic answer of each`(
        _ lost: [String]
    ) async throws {
        let (first, second) = (try await Side("first"), try await Side("second"))
        var mail = [first.plainMail(from: second)]
        var automatic: [String: Int] = [:]
        var rounds = 0
        var (receiver, sender) = (first, second)
        while !mail.isEmpty {
            rounds += 1
            try #require(rounds < 10, "they do not stop")
            // What a person wrote comes from an address; what a machine sends, from none.
            let path = rounds == 1 ? sender.profile.address.text : ""
            try await receiver.take(mail.map { Self.losing(lost, $0, from: sender, returnPath: path) })
            mail = try await receiver.sendAll()
            automatic[receiver.name, default: 0] += mail.count
            (receiver, sender) = (sender, receiver)
        }
        #expect(automatic["first"] == 1)
        #expect(automatic["second", default: 0] <= 1)
        // Only where nothing at all told the second that a machine wrote.
        if lost != Self.headersOfOurs { #expect(automatic["second", default: 0] == 0) }
    }

    /// It answers everything at once, under a subject of its own, as a person would: no header says that it is a
    /// machine or what it answers.
    @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
    func `P12 a responder that strips every header gets one automatic answer, and one alarm is raised`(
        isVerified: Bool, usesReplyAddress: Bool
    ) async throws {
        let side = try await Side("first")
        var incoming = side.plainMail(from: nil, isVerified: isVerified)
        var automatic = 0
        for number in 1...12 {
            try await side.take([incoming])
            let answers = try await side.sendAll()
            automatic += answers.count
            side.fixture.clock.advance(by: .seconds(60))
            let answered = answers.last.map { MessageParser().parse($0) }
            let address = usesReplyAddress ? answered?.replyTo.first?.email?.text : nil
            guard answered != nil || !usesReplyAddress else { break }
            // Even where nothing came: it may be no answer at all but a machine that writes by the clock.
            incoming = side.plainMail(
                from: nil, number: number, to: address ?? side.profile.address.text, subject: "I am away \(number)",
                isVerified: isVerified)
        }
        #expect(automatic == 1)
        let figures = try await side.fixture.store.alarmFigures(now: side.fixture.clock.now)
        #expect(figures.laddersClimbed == (usesReplyAddress ? 0 : 1))
    }

    private static func losing(
        _ lost: [String], _ bytes: [UInt8], from sender: Side, returnPath: String
    ) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.components(separatedBy: "\r\n\r\n")
        let fields = ("Return-Path: <\(returnPath)>\r\n" + parts[0]).replacing("\r\n ", with: " ").replacing(
            "\r\n\t", with: " ")
        let kept = fields.components(separatedBy: "\r\n").filter { field in
            !lost.contains(field.prefix { $0 != ":" }.lowercased())
        }
        let verdict = "Authentication-Results: mx.desk.example; dmarc=pass header.from=\(sender.domain)"
        return Array(([verdict] + kept).joined(separator: "\r\n").utf8)
            + Array(("\r\n\r\n" + parts.dropFirst().joined(separator: "\r\n\r\n")).utf8)
    }

    /// One installation with a mailbox of its own.
    private final class Side {
        let name: String
        let domain: String
        let fixture: StoreFixture
        let profile: MailboxProfile
        let settings: DeskSettings
        private var uid: UInt32 = 0

        init(_ name: String) async throws {
            self.name = name
            domain = "\(name).example"
            fixture = try await StoreFixture(seed: UInt64(name.utf8.count))
            profile = try .make(address: "support@\(domain)")
            settings = try .make(mailboxes: [profile])
            try await fixture.store.beginIntake(mailbox: profile.name, folder: "INBOX", uidValidity: 7, after: 0)
        }

        /// A mail that a person could have written.
        func plainMail(
            from other: Side?, number: Int = 0, to address: String? = nil, subject: String = "Hello",
            isVerified: Bool = true
        ) -> [UInt8] {
            let sender = other?.profile.address.text ?? "ada@customer.example"
            return SampleMail.make {
                $0.from = sender
                $0.to = address ?? profile.address.text
                $0.subject = subject
                $0.messageID = "\(number)@\(sender.split(separator: "@").last ?? "")"
                $0.isAuthenticated = isVerified
            }.bytes
        }

        func take(_ mails: [[UInt8]]) async throws {
            var arrivals: [Arrival] = []
            for bytes in mails {
                uid += 1
                arrivals.append(
                    Arrival(
                        uid: uid, receivedAt: fixture.clock.now, content: .message(MessageParser().parse(bytes))))
            }
            _ = try await fixture.store.recordAttempt(
                mailbox: profile.name, folder: "INBOX", uids: arrivals.map(\.uid), alone: false)
            let batch = try IntakeBatch.make(
                arrivals, profile: profile, settings: settings, now: fixture.clock.now)
            _ = try await fixture.store.accept(batch)
        }

        /// Everything that is due, as it leaves.
        func sendAll() async throws -> [[UInt8]] {
            let run = DaemonRun(from: fixture.clock.world)
            let now = fixture.clock.now
            var sent: [[UInt8]] = []
            for entry in try await fixture.store.claimDue(mailbox: profile.name, run: run, now: now, limit: 20) {
                let outbound = try #require(entry.outbound)
                try await fixture.store.markHanding(entry.id, run: run, now: now)
                try await fixture.store.settle(entry.id, as: .sent(reply: "250"), run: run, now: now)
                sent.append(outbound.bytes)
            }
            return sent
        }
    }
}
