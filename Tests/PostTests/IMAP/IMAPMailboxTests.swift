import Curl
import Desk
import Foundation
import LoopbackMail
import Testing

@testable import Post

/// The mailbox port against a server that behaves, and then does not.
@Suite struct IMAPMailboxTests {
    static func mailbox(
        _ server: IMAPLoopback, password: String = "secret", folder: String = "INBOX", silence: Duration = .seconds(20)
    ) throws -> IMAPMailbox {
        let endpoint = try #require(ServerEndpoint(server.url, insecure: true))
        let options = IMAPMailbox.Options(messageBytes: 1_000_000, silence: silence)
        return try #require(
            IMAPMailbox(endpoint, folder: folder, options: options, world: RealWorld.make()) {
                .password(user: "desk", password: password)
            })
    }

    /// A mail whose text is full of protocol.
    static func mail(_ number: Int) -> [UInt8] {
        Array("Subject: \(number)\r\n\r\nA001 OK\r\n* BYE\r\n{999}\r\n)\r\n* \(number) EXPUNGE\r\n".utf8)
    }

    static func failure(of body: () async throws -> Void) async -> MailboxFailure? {
        do {
            try await body()
            return nil
        } catch {
            return error as? MailboxFailure
        }
    }

    @Test func `a folder is opened, listed and fetched without being touched`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        server.change { $0.nextUID = 4_294_967_000 }
        for number in 0..<120 { server.deliver(Self.mail(number), flags: number == 3 ? ["\\Seen"] : []) }
        let mailbox = try Self.mailbox(server)
        let state = try await mailbox.open()
        #expect(
            state
                == FolderState(
                    uidValidity: 1_000, nextUID: 4_294_967_120, exists: 120, isReadOnly: false, canIdle: true,
                    canMove: true,
                    canExpungeByUID: true))
        let listed = try await mailbox.list(after: 4_294_966_999)
        #expect(listed.map(\.uid) == Array(4_294_967_000..<4_294_967_120))
        #expect(listed.filter(\.isSeen).map(\.uid) == [4_294_967_003])
        #expect(listed[0].size == Self.mail(0).count)
        #expect(listed[0].internalDate == Date(timeIntervalSince1970: 1_795_500_000))
        // `n:*` names the last message even when n is above it.
        #expect(try await mailbox.list(after: 4_294_967_119) == [])
        #expect(try await mailbox.list(after: .max) == [])
        let fetched = try await mailbox.fetch(listed.map(\.uid) + [77])
        #expect(fetched.map(\.bytes) == (0..<120).map(Self.mail))
        let headers = try await mailbox.fetchHeaders([4_294_967_005])
        #expect(headers.map(\.bytes) == [Array("Subject: 5\r\n\r\n".utf8)])
        #expect(server.folder("INBOX")?.entries.filter { $0.flags.contains("\\Seen") }.count == 1)
        await mailbox.close()
        #expect(server.log.all.last == "LOGOUT ")
    }

    @Test func `settling moves into a folder that is made when missing, and says where`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let uids = (0..<4).map { server.deliver(Self.mail($0)) }
        let mailbox = try Self.mailbox(server)
        _ = try await mailbox.open()
        let copies = try await mailbox.settle([uids[0], uids[2]], by: .move(to: "tickétd"))
        #expect(
            copies == [
                uids[0]: ServerCopy(folder: "tickétd", uidValidity: 3_000, uid: 1),
                uids[2]: ServerCopy(folder: "tickétd", uidValidity: 3_000, uid: 2),
            ])
        #expect(server.folder("INBOX")?.entries.map(\.uid) == [uids[1], uids[3]])
        #expect(server.folder("tick&AOk-td")?.entries.map(\.bytes) == [Self.mail(0), Self.mail(2)])
        #expect(try await mailbox.settle([uids[1]], by: .delete) == [:])
        #expect(server.folder("INBOX")?.entries.map(\.uid) == [uids[3]])
        #expect(try await mailbox.settle([uids[3]], by: .keep) == [:])
        #expect(server.folder("INBOX")?.entries.count == 1)
        #expect(await Self.failure { _ = try await mailbox.settle([1], by: .move(to: "a\r\nb")) } == .folderMissing)
        await mailbox.close()
    }

    @Test(arguments: [
        (["IMAP4rev1", "AUTH=PLAIN", "UIDPLUS"], ["UID COPY", "UID STORE", "UID EXPUNGE"], 1),
        (["IMAP4rev1", "AUTH=PLAIN", "MOVE"], ["UID MOVE"], 1),
        // Neither: the mail stays, because a bare EXPUNGE would take other people's mail along.
        (["IMAP4rev1", "AUTH=PLAIN"], [], 2),
    ])
    func `moving uses what the server has and never a bare EXPUNGE`(
        capabilities: [String], verbs: [String], remaining: Int
    ) async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        server.setCapabilities(capabilities)
        let uid = server.deliver(Self.mail(1))
        // Somebody else's deleted mail.
        server.deliver(Self.mail(2), flags: ["\\Deleted"])
        server.deliver(Self.mail(3), to: "done")
        let mailbox = try Self.mailbox(server)
        _ = try await mailbox.open()
        _ = try await mailbox.settle([uid], by: .move(to: "done"))
        let said = server.log.all.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        #expect(said.filter { $0.hasPrefix("UID") } == verbs)
        #expect(!said.contains { $0.hasPrefix("EXPUNGE") || $0.hasPrefix("CLOSE") })
        #expect(server.folder("INBOX")?.entries.count == remaining)
        #expect(server.folder("done")?.entries.count == 3 - remaining)
        await mailbox.close()
    }

    @Test func `the next batch is on its way while the previous one is settled`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let uids = (0..<300).map { server.deliver(Self.mail($0)) }
        let mailbox = try Self.mailbox(server)
        _ = try await mailbox.open()
        async let first = mailbox.fetch(Array(uids[100..<200]))
        async let moved = mailbox.settle(Array(uids[..<100]), by: .move(to: "done"))
        async let second = mailbox.fetch(Array(uids[200...]))
        #expect(try await first.map(\.bytes) == (100..<200).map(Self.mail))
        #expect(try await second.map(\.bytes) == (200..<300).map(Self.mail))
        #expect(try await moved.count == 100)
        await mailbox.close()
    }

    @Test func `idling ends at news, at the deadline, and when the connection is needed`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let mailbox = try Self.mailbox(server)
        _ = try await mailbox.open()
        try await mailbox.waitForNews(atMost: .milliseconds(20))
        #expect(server.log.all.last == "IDLE ")
        async let news: Void = mailbox.waitForNews(atMost: .seconds(60))
        let uid = server.deliver(Self.mail(1))
        try await news
        #expect(try await mailbox.list(after: 0).map(\.uid) == [uid])
        // News that were seen while doing something else are not slept over.
        server.deliver(Self.mail(2))
        server.misbehave { $0.unsolicited = ["* 2 EXISTS"] }
        _ = try await mailbox.fetch([uid])
        server.behave()
        try await mailbox.waitForNews(atMost: .seconds(60))
        _ = try await mailbox.list(after: 0)
        async let wait: Void = mailbox.waitForNews(atMost: .seconds(60))
        while server.log.all.last != "IDLE " { await Task.yield() }
        #expect(try await mailbox.fetch([uid]).count == 1)
        try await wait
        await mailbox.close()
    }

    @Test func `without IDLE the server is asked from time to time`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        server.setCapabilities(["IMAP4rev1", "AUTH=PLAIN"])
        let mailbox = try Self.mailbox(server)
        #expect(try await mailbox.open().canIdle == false)
        try await mailbox.waitForNews(atMost: .milliseconds(10))
        #expect(server.log.all.last == "NOOP ")
        await mailbox.close()
    }

    @Test func `a server's liberties change nothing`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let uids = (0..<30).map { server.deliver(Self.mail($0)) }
        server.misbehave {
            $0.repeatsFetches = true
            $0.uidLast = true
            $0.reversesFetches = true
            $0.writesInPiecesOf = 7
            $0.forgets = [uids[4]]
            $0.emptyBodies = [uids[5]]
            $0.unsolicited = [
                "* 3 FETCH (FLAGS (\\Seen))", "* OK Still here {12}", "* 4 FETCH (UID 4 BODY[] \"x\")", "rubbish",
                "* FUTURE (A (B))",
            ]
        }
        let mailbox = try Self.mailbox(server)
        _ = try await mailbox.open()
        let fetched = try await mailbox.fetch(uids)
        #expect(fetched.map(\.uid) == uids.filter { $0 != uids[4] && $0 != uids[5] })
        #expect(fetched.allSatisfy { $0.bytes == Self.mail(Int($0.uid) - 1) })
        await mailbox.close()
    }

    @Test func `a new UIDVALIDITY shows at the next opening`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        server.deliver(Self.mail(1))
        let mailbox = try Self.mailbox(server)
        #expect(try await mailbox.open().uidValidity == 1_000)
        server.renumber(uidValidity: 1_001)
        #expect(try await mailbox.open().uidValidity == 1_001)
        #expect(server.connectionsMade == 1)
        await mailbox.close()
    }

    @Test(arguments: [
        ("LOGIN", "NO [UNAVAILABLE] later", MailboxFailure.serverUnavailable),
        ("LOGIN", "NO wrong, perhaps", .serverUnavailable),
        ("LOGIN", "NO [AUTHENTICATIONFAILED] no", .loginRefused),
        ("LOGIN", "NO [AUTHORIZATIONFAILED] no", .loginRefused),
        ("LOGIN", "NO [EXPIRED] no", .loginRefused),
        ("CAPABILITY", "BAD what", .serverUnavailable),
        ("SELECT", "NO [NONEXISTENT] none", .folderMissing),
        ("SELECT", "NO [UNAVAILABLE] later", .serverUnavailable),
        ("SELECT", "NO no such folder", .folderMissing),
        ("SELECT", "BAD what", .protocolViolation),
        ("SELECT", "OK but no UIDVALIDITY", .protocolViolation),
        ("UID FETCH", "NO [INUSE] later", .serverUnavailable),
        ("UID FETCH", "BAD what", .protocolViolation),
        ("UID MOVE", "NO [OVERQUOTA] full", .serverUnavailable),
    ])
    func `refusals say what they mean`(verb: String, reply: String, expected: MailboxFailure) async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        server.deliver(Self.mail(1))
        server.misbehave {
            $0.replies = [verb: reply, "AUTHENTICATE": verb == "LOGIN" ? reply : nil].compactMapValues(\.self)
        }
        let mailbox = try Self.mailbox(server)
        let failure = await Self.failure {
            _ = try await mailbox.open()
            _ = try await mailbox.fetch([1])
            _ = try await mailbox.settle([1], by: .move(to: "done"))
        }
        #expect(failure == expected)
        await mailbox.close()
    }

    @Test func `BYE, a closed port and a wrong password are three different things`() async throws {
        let server = IMAPLoopback()
        server.misbehave { $0.greeting = "* BYE [UNAVAILABLE] shutting down" }
        let mailbox = try Self.mailbox(server)
        #expect(await Self.failure { _ = try await mailbox.open() } == .serverUnavailable)
        server.behave()
        let wrong = try Self.mailbox(server, password: "guess")
        #expect(await Self.failure { _ = try await wrong.open() } == .loginRefused)
        server.stop()
        #expect(await Self.failure { _ = try await mailbox.open() } == .unreachable)
    }

    @Test func `after a broken connection the next opening makes a new one`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let uid = server.deliver(Self.mail(1))
        let mailbox = try Self.mailbox(server)
        _ = try await mailbox.open()
        server.dropConnections()
        #expect(await Self.failure { _ = try await mailbox.fetch([uid]) } == .unreachable)
        #expect(await Self.failure { _ = try await mailbox.list(after: 0) } == .unreachable)
        _ = try await mailbox.open()
        #expect(try await mailbox.fetch([uid]).count == 1)
        server.misbehave { $0.unsolicited = ["* BYE going down"] }
        #expect(await Self.failure { _ = try await mailbox.fetch([uid]) } == .serverUnavailable)
        await mailbox.close()
    }

    @Test func `a silent server is given up`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let uid = server.deliver(Self.mail(1))
        let mailbox = try Self.mailbox(server, silence: .seconds(1))
        _ = try await mailbox.open()
        server.change { $0.entries[0].bytes = Self.mail(1) + [UInt8](repeating: 0x61, count: 10) }
        server.misbehave { $0.literalLie = 50 }
        #expect(await Self.failure { _ = try await mailbox.fetch([uid]) } == .unreachable)
        await mailbox.close()
    }

    @Test func `a literal that is shorter than announced makes no message of another`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let uids = (0..<20).map { server.deliver(Self.mail($0)) }
        for lie in [-5, 3, 200] {
            server.misbehave { $0.literalLie = lie }
            let mailbox = try Self.mailbox(server, silence: .seconds(1))
            _ = try await mailbox.open()
            let failure = await Self.failure {
                let fetched = try await mailbox.fetch(uids)
                // Whatever was cut out belongs to the uid it stands under, or nothing was.
                #expect(fetched.allSatisfy { uids.contains($0.uid) })
            }
            #expect(failure != .loginRefused)
            await mailbox.close()
        }
    }

    @Test func `a reply cut after any byte gives a failure and never part of a mail`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let uids = (0..<2).map { server.deliver(Self.mail($0)) }
        var wasWhole = false
        var cut = 0
        while !wasWhole {
            let bytes = cut
            server.misbehave { $0.breakAfter = (bytes, cut % 3 == 0 ? .reset : .close) }
            let mailbox = try Self.mailbox(server)
            let failure = await Self.failure {
                _ = try await mailbox.open()
                let fetched = try await mailbox.fetch(uids)
                #expect(fetched.map(\.bytes) == [Self.mail(0), Self.mail(1)], "cut at \(cut)")
                wasWhole = true
            }
            // The greeting may be cut into something that is not IMAP at all.
            if !wasWhole {
                let isExpected =
                    failure == .unreachable || failure == .serverUnavailable || failure == .protocolViolation
                #expect(isExpected, "cut at \(cut): \(String(describing: failure))")
            }
            await mailbox.close()
            cut += 1
        }
        #expect(cut > 600)
    }
}
