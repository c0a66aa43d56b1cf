import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

@testable import Store

/// From the point of no return to the end: what is certified, what is said, what is left.
@Suite struct ErasureCertificateTests {
    @Test func `P5 the confirmation is the only mail after an erasure, and it says what was done`() async throws {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("first"))
        try await desk.subject.answered(number)
        // The acknowledgement and the answer wait; neither leaves any more.
        let (erasure, mails) = try await desk.erase()
        #expect(mails.count == 1)
        let mail = try #require(mails.first)
        #expect(mail.to.first?.email?.text == ErasureDesk.address)
        let text = mail.readableText().text
        #expect(text.contains(erasure.id.hex) && text.contains("snapshots of the machine, 14 days"))
        #expect(mail.rawHeaders("List-Unsubscribe").count == 1)
        #expect(mail.rawHeaders("Auto-Submitted").count == 1)
        #expect(!text.contains("It burns.") && !text.contains(ErasureDesk.name))
        #expect(try await desk.subject.sendAll().isEmpty)
        #expect(try await desk.store.outboxEntries(state: nil, visible: nil, limit: 10).isEmpty)
    }

    @Test func `the certificate names counts, backups and what is out of reach, and nobody`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("first"))
        let person = try await desk.person()
        let (erasure, _) = try await desk.erase()
        #expect(erasure.state == .done && erasure.confirmation == .sent)
        #expect(erasure.erased == ErasureCounts(tickets: 1, messages: 2, mails: 1))
        #expect(erasure.residue == 0 && erasure.scanned ?? 0 > 100_000)
        #expect(erasure.openableUntil == desk.now.addingTimeInterval(7 * 86_400))
        #expect(erasure.unreachable == ["snapshots of the machine, 14 days"])
        #expect(erasure.finishedAt != nil && erasure.how == .phone)
        #expect(try desk.store.keys.hasKey(erasure.id.object) == false)
        let marks = try desk.marks(
            person.id.object.bytes, Array(ErasureDesk.address.utf8), Array(ErasureDesk.name.utf8),
            HashMaker(keys: desk.store.keys).address(Samples.address(ErasureDesk.address)))
        #expect(marks == 0)
        #expect(try await desk.store.verifyAudit().firstBad == nil)
    }

    @Test func `the search finds what an erasure would have left`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("first"))
        let person = try await desk.person()
        #expect(try desk.marks(person.id.object.bytes) > 0)
        let id = try await desk.forget().id
        try await desk.store.noteExpunged(id, removed: 0, left: 0)
        let leak = desk.fixture.directory + "/leak.tmp"
        // Across the seam of two reads.
        var bytes = [UInt8](repeating: 0x20, count: Limits.scannedBytes - 7)
        bytes += Array(ErasureDesk.address.utf8)
        try Data(bytes).write(to: URL(fileURLWithPath: leak))
        try await desk.certify(id)
        #expect(try await desk.store.erasure(id)?.residue == 1)
    }

    @Test func `without a way to send, the certificate stands and nobody is told`() async throws {
        var desk = try await ErasureDesk()
        desk.policy.keysKept = nil
        _ = try await desk.subject.open(ErasureDesk.mail("first"))
        let id = try await desk.forget().id
        try await desk.store.noteExpunged(id, removed: 3, left: 1)
        try await desk.store.certify(
            id, under: desk.policy,
            by: Dispatch(
                settings: try .make(sendingRefusal: "no public_url"), keys: desk.store.keys,
                world: desk.fixture.clock.world))
        #expect(try await desk.store.finishErasure(id, under: desk.policy, now: desk.now))
        let erasure = try #require(try await desk.store.erasure(id))
        #expect(erasure.confirmation == nil && erasure.openableUntil == nil)
        #expect(erasure.copiesRemoved == 3 && erasure.copiesLeft == 1)
    }

    @Test func `the address stays until the confirmation has ended, and no longer`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("first"))
        let id = try await desk.forget().id
        try await desk.store.noteExpunged(id, removed: 0, left: 0)
        try await desk.certify(id)
        #expect(try await desk.store.finishErasure(id, under: desk.policy, now: desk.now) == false)
        #expect(try await desk.store.erasedAddress(id)?.text == ErasureDesk.address)
        try await desk.subject.sendAll()
        #expect(try await desk.store.finishErasure(id, under: desk.policy, now: desk.now))
        #expect(try await desk.store.erasedAddress(id) == nil)
        #expect(try await desk.store.finishErasure(id, under: desk.policy, now: desk.now) == false)
    }
}
