import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// The copies of imported mail on its server: which go after `keep_imported`, and which stay.
@Suite struct CopyExpiryTests {
    @Test func `a moved copy goes after its time, once a younger backup of the keys exists and a run was approved`()
        async throws
    {
        let desk = try await RetentionDesk()
        let number = try await desk.moved(desk.mail("ada"))
        try await desk.pass(days: 31)
        #expect(try await desk.plan().due.copies == 0, "no backup of the keys")
        try await desk.backUpKeys()
        #expect(try await desk.plan().due == RetentionCounts(copies: 1))
        try await desk.pass(days: 1)
        #expect(desk.mailed.last?.plan.due.copies == 1, "the first run waits, and the mail counts it")
        #expect(desk.copies.inbox.mails.count == 1)
        try await desk.approve()
        #expect(desk.copies.inbox.mails.isEmpty)
        #expect(try await desk.record().removed.copies == 1)
        #expect(try await desk.subject.view(number).messages.first?.text.contains("burns") == true)
        // Later ones need nobody.
        _ = try await desk.moved(desk.mail("bert"))
        try await desk.pass(days: 29)
        try await desk.backUpKeys()
        #expect(desk.copies.inbox.mails.count == 1)
        try await desk.pass(days: 2)
        #expect(desk.copies.inbox.mails.isEmpty)
    }

    enum Stays: String, CaseIterable {
        case foreign, renumbered, readOnly, restricted, damaged, young
    }

    @Test(arguments: Stays.allCases)
    func `a copy that is not surely ours to remove stays`(reason: Stays) async throws {
        let desk = try await RetentionDesk()
        let mail = desk.mail("ada")
        let number = try await desk.moved(mail, instead: reason == .foreign ? desk.mail("zoe").bytes : nil)
        switch reason {
        case .foreign, .young: break
        case .renumbered: desk.copies.renumber(uidValidity: 99)
        case .readOnly: desk.copies.makeReadOnly(true)
        case .restricted:
            let person = try #require(try await desk.person("ada"))
            _ = try await desk.desk.askForRestriction(of: person.id, on: .accuracy)
        case .damaged:
            try await desk.store.engine.write { session throws(StoreFailure) in
                try session.run(
                    "UPDATE message SET content = zeroblob(length(content)) WHERE ticket = ?",
                    [.integer(number.value)])
            }
        }
        desk.fixture.clock.advance(by: .seconds(reason == .young ? 29 * 86_400 : 31 * 86_400))
        try await desk.backUpKeys()
        try await desk.confirmed()
        if try await desk.record().waiting != nil { try await desk.approve() }
        try await desk.pass(days: 1)
        #expect(desk.copies.inbox.mails.count == 1)
        #expect(try await desk.record().removed.copies == 0)
    }

    @Test func `an archive is never touched`() async throws {
        let desk = try await RetentionDesk()
        _ = try await desk.subject.receive(
            [desk.mail("ada").arrival(uid: desk.subject.nextUID(), at: desk.now)], isArchive: true)
        desk.fixture.clock.advance(by: .seconds(100 * 86_400))
        try await desk.backUpKeys()
        #expect(try await desk.plan().due.copies == 0)
    }

    @Test func `a copy goes with its ticket, whatever a backup of the keys says`() async throws {
        let desk = try await RetentionDesk()
        let number = try await desk.moved(desk.mail("ada"))
        try await desk.subject.sendAll()
        try await desk.close(number)
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.confirmed()
        try await desk.approve()
        #expect(try await !desk.exists(number))
        #expect(desk.copies.inbox.mails.isEmpty)
    }

    @Test func `what a crash expunged and did not note is forgotten by the next run`() async throws {
        let desk = try await RetentionDesk()
        _ = try await desk.moved(desk.mail("ada"))
        desk.fixture.clock.advance(by: .seconds(31 * 86_400))
        try await desk.backUpKeys()
        try await desk.confirmed()
        _ = try await desk.copies.open()
        _ = try await desk.copies.settle([1], by: .delete)
        try await desk.approve()
        #expect(try await desk.plan().due.copies == 0)
    }

    @Test func `a server that does not answer holds no ticket up and is asked again`() async throws {
        let desk = try await RetentionDesk()
        let old = try await desk.closed(desk.mail("bert"))
        _ = try await desk.moved(desk.mail("ada"))
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.backUpKeys()
        try await desk.confirmed()
        desk.copies.fail(.open, with: [.unreachable])
        try await desk.approve()
        #expect(try await !desk.exists(old))
        #expect(desk.copies.inbox.mails.count == 1)
        try await desk.pass(days: 2)
        #expect(desk.copies.inbox.mails.isEmpty)
    }
}

extension RetentionDesk {
    /// Imports a mail and moves its copy; or another mail lies there instead.
    fileprivate func moved(_ mail: SampleMail, instead other: [UInt8]? = nil) async throws -> TicketNumber {
        let uid = subject.nextUID()
        let outcome = try await subject.receive([mail.arrival(uid: uid, at: now)]).first
        guard case .opened(let number) = outcome else {
            throw StoreFailure.notFound
        }
        try await subject.sendAll()
        copies.arrive(other ?? mail.bytes)
        let copy = ServerCopy(
            folder: "ticketd", uidValidity: copies.inbox.uidValidity, uid: copies.inbox.mails.last?.uid ?? 0)
        try await store.recordTold(mailbox: mailbox, folder: "INBOX", uids: [uid], copies: [uid: copy])
        return number
    }

    fileprivate func backUpKeys() async throws {
        _ = try await store.backUp(.keys, to: fixture.directory + "/k", by: .daemon, now: now)
    }
}
