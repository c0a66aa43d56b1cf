import Desk
import DeskTesting
import Foundation
import Mail
import Testing

/// Where the audit log ends, mailed to the data protection officer: numbers and hashes, once a day.
struct AnchorWatchTests {
    private static func round(_ test: TestDesk, _ server: StaffServer) async {
        await AnchorWatch(desk: test.desk, courier: { server }).round()
    }

    @Test func `the end of the log is mailed once a day, and what no server took again`() async throws {
        let (test, server) = (try TestDesk(), StaffServer())
        await Self.round(test, server)
        #expect(server.taken.isEmpty, "nothing was audited yet")
        try await test.store.record(.undoUsed, by: .daemon, now: test.clock.now)
        server.set(isUp: false)
        await Self.round(test, server)
        server.set(isUp: true)
        await Self.round(test, server)
        await Self.round(test, server)
        #expect(server.taken.map(\.recipient.text) == ["dpo@example.com"])
        test.clock.advance(by: .seconds(86_399))
        await Self.round(test, server)
        #expect(server.taken.count == 1)
        test.clock.advance(by: .seconds(1))
        try await test.store.record(.undoUsed, by: .daemon, now: test.clock.now)
        await Self.round(test, server)
        #expect(server.taken.count == 2)

        let head = try #require(try await test.store.auditHead())
        let text = try #require(server.texts.last)
        #expect(text.contains("ticketd audit verify --anchor \(head.text)") && head.text == "2:\(head.hex)")
        #expect(AuditHead(text: head.text) == head)
        let mail = try #require(server.taken.last)
        #expect(MessageParser().parse(mail.bytes).subject == "Example Support: the audit log stands at entry 2")
        #expect(UnsubscribeProof(of: mail.bytes)?.link == mail.unsubscribe)
        // P14
        for content in ["Printer", "Ann", "burns", "customer.example"] { #expect(!text.contains(content)) }
    }

    @Test func `who muted notices, and a desk without an officer, gets none`() async throws {
        let (test, server) = (try TestDesk(), StaffServer())
        try await test.store.record(.undoUsed, by: .daemon, now: test.clock.now)
        let token = try test.staffToken(to: Samples.address("dpo@example.com"))
        _ = try await test.desk.muteNotices(token: token, source: .page)
        await Self.round(test, server)
        #expect(server.taken.isEmpty)
        _ = try await test.desk.unmuteNotices(token: token)
        await Self.round(test, server)
        #expect(server.taken.count == 1)
        let other = try TestDesk { $0.dataProtectionOfficer = nil }
        try await other.store.record(.undoUsed, by: .daemon, now: other.clock.now)
        await Self.round(other, server)
        #expect(server.taken.count == 1)
    }

    @Test(arguments: ["", ":", "7", "7:", ":HASH", "7:xy", "+7:HASH", "7:HASH0", " 7:HASH", "0:HASH", "7:HASH:"])
    func `what is no anchor is none`(_ text: String) {
        let hash = String(repeating: "0f", count: 32)
        #expect(AuditHead(text: text.replacing("HASH", with: hash)) == nil)
        #expect(AuditHead(text: "7:\(hash)") != nil)
    }
}
