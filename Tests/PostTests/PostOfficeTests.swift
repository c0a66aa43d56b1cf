import Curl
import Desk
import Foundation
import LoopbackMail
import Mail
import Testing

@testable import Post

/// Against a real IMAP and a real SMTP server with real TLS, when one runs: `scripts/post-office start DIR` and
/// `POST_OFFICE=DIR` in the environment.
@Suite(.serialized, .enabled(if: PostOffice.isOpen)) struct PostOfficeTests {
    @Test(arguments: [("imap", "smtp"), ("imaps", "smtps")])
    func `a mail goes out by SMTP and comes in by IMAP`(imap: String, smtp: String) async throws {
        let office = try PostOffice()
        let courier = try #require(
            SMTPCourier(try office.endpoint(smtp), helloName: "desk.example", options: office.options) {
                office.login("CUSTOMER")
            })
        let mailbox = try office.mailbox(imap)
        let state = try await mailbox.open()
        #expect(state.canIdle && state.canMove && state.canExpungeByUID && !state.isReadOnly)
        let after = try #require(state.nextUID) - 1

        async let news: Void = mailbox.waitForNews(atMost: .seconds(20))
        let log = EventLog()
        let id = "\(smtp)-\(UInt64.random(in: 0...UInt64.max))"
        let outbound = try TestMail.outbound(
            id, to: office.value("SUPPORT_ADDRESS"), from: .address(office.address("CUSTOMER")))
        let outcome = await courier.send(outbound, checkpoint: TestCheckpoint(log: log))
        guard case .accepted(let reply) = outcome else { return #expect(Bool(false), "\(outcome)") }
        #expect(reply.code == 250 && log.all == ["mayBegin", "handing"])
        let null = try TestMail.outbound(id + "-null", to: office.value("SUPPORT_ADDRESS"), from: .null)
        let second = await courier.send(null, checkpoint: TestCheckpoint(log: log))
        #expect(second == .accepted(reply))
        await courier.close()
        try await news

        var listed = try await mailbox.list(after: after)
        while listed.count < 2 {
            try await mailbox.waitForNews(atMost: .seconds(20))
            listed = try await mailbox.list(after: after)
        }
        let fetched = try await mailbox.fetch(listed.map(\.uid))
        #expect(fetched.map(\.uid) == listed.map(\.uid))
        #expect(fetched.map(\.bytes.count) == listed.map(\.size))
        let messages = fetched.map { MessageParser().parse($0.bytes) }
        #expect(messages.compactMap(\.messageID?.value).sorted() == ["\(id)-null@desk.example", "\(id)@desk.example"])
        #expect(try await mailbox.list(after: after).allSatisfy { !$0.isSeen })

        let folder = "tickétd \(id)"
        let copies = try await mailbox.settle(listed.map(\.uid), by: .move(to: folder))
        #expect(copies.keys.sorted() == listed.map(\.uid))
        #expect(Set(copies.values.map(\.folder)) == [folder])
        #expect(try await mailbox.list(after: after) == [])
        await mailbox.close()

        let moved = try office.mailbox(imap, folder: folder)
        let there = try await moved.open()
        #expect(there.exists == 2 && copies.values.allSatisfy { $0.uidValidity == there.uidValidity })
        _ = try await moved.settle([1], by: .delete)
        #expect(try await moved.list(after: 0).map(\.uid) == [2])
        await moved.close()
        let missing = try office.mailbox(imap, folder: "no such folder")
        #expect(await IMAPMailboxTests.failure { _ = try await missing.open() } == .folderMissing)
        await missing.close()
    }

    @Test(arguments: ["imap", "imaps"])
    func `without a certificate that proves the name there is no login`(scheme: String) async throws {
        let office = try PostOffice()
        let untrusted = try #require(
            IMAPMailbox(try office.endpoint(scheme), world: RealWorld.make()) { office.login("SUPPORT") })
        #expect(await IMAPMailboxTests.failure { _ = try await untrusted.open() } == .tlsRefused)
        let wrongName = try #require(ServerEndpoint("\(scheme)://127.0.0.2:\(try office.port(scheme))"))
        let elsewhere = try #require(
            IMAPMailbox(wrongName, options: .init(connection: office.options), world: RealWorld.make()) {
                office.login("SUPPORT")
            })
        let failure = await IMAPMailboxTests.failure { _ = try await elsewhere.open() }
        #expect(failure == .tlsRefused || failure == .unreachable)
    }

    @Test func `a wrong password is refused for good on both sides`() async throws {
        let office = try PostOffice()
        let user = try office.value("SUPPORT_ADDRESS")
        let mailbox = try #require(
            IMAPMailbox(
                try office.endpoint("imaps"), options: .init(connection: office.options), world: RealWorld.make()
            ) {
                .password(user: user, password: "guess")
            })
        #expect(await IMAPMailboxTests.failure { _ = try await mailbox.open() } == .loginRefused)
        let courier = try #require(
            SMTPCourier(try office.endpoint("smtps"), helloName: "desk.example", options: office.options) {
                .password(user: user, password: "guess")
            })
        let outcome = await courier.send(try TestMail.outbound("x"), checkpoint: TestCheckpoint(log: EventLog()))
        #expect(outcome == .unavailable(.loginRefused))
    }
}

/// The private post office of the environment.
struct PostOffice {
    static let isOpen = ProcessInfo.processInfo.environment["POST_OFFICE"] != nil

    private let values: [String: String]

    init() throws {
        let directory = ProcessInfo.processInfo.environment["POST_OFFICE"] ?? ""
        let text = try String(contentsOfFile: directory + "/environment", encoding: .utf8)
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { values[parts[0]] = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "'")) }
        }
        self.values = values
    }

    var options: CurlConnection.Options { .init(caFile: values["CA_FILE"], timeout: .seconds(20)) }

    func value(_ name: String) throws -> String { try #require(values[name]) }
    func port(_ scheme: String) throws -> String { try value(scheme.uppercased() + "_PORT") }

    func address(_ name: String) throws -> EmailAddress {
        try #require(EmailAddress(value(name + "_ADDRESS")))
    }

    func endpoint(_ scheme: String) throws -> ServerEndpoint {
        try #require(ServerEndpoint("\(scheme)://localhost:\(port(scheme))"))
    }

    func login(_ name: String) -> MailLogin {
        .password(user: values[name + "_ADDRESS"] ?? "", password: values[name + "_PASSWORD"] ?? "")
    }

    func mailbox(_ scheme: String, folder: String = "INBOX") throws -> IMAPMailbox {
        try #require(
            IMAPMailbox(
                try endpoint(scheme), folder: folder, options: .init(connection: options), world: RealWorld.make()
            ) {
                login("SUPPORT")
            })
    }
}
