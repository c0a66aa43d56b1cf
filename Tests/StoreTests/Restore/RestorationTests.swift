import Desk
import DeskTesting
import Foundation
import GRDB
import Testing
import Vault

@testable import Store

@Suite struct RestorationTests {
    /// A desk with an answer and an acknowledgement waiting, saved, and what happened to it afterwards.
    struct Scene {
        let fixture: StoreFixture
        let desk: String
        let keys: String
        let number: TicketNumber

        init() async throws {
            fixture = try await StoreFixture()
            let subject = try fixture.subject()
            number = try await subject.open()
            try await subject.answered(number)
            (desk, keys) = try await LedgerReplayTests.backUp(fixture)
            fixture.clock.advance(by: .seconds(3600))
        }

        func restoration(ledgers: [String] = [], backups: [String] = []) -> Restoration {
            Restoration(
                directory: fixture.directory,
                sources: Restoration.Sources(
                    desk: desk, keys: keys, ledgerFolders: ledgers, backupFolders: backups), root: fixture.root,
                world: fixture.clock.world)
        }

        func restore() async throws -> Store {
            let restoration = restoration()
            try await restoration.carryOut(try restoration.plan(), acceptsGap: false)
            return try await fixture.reopen()
        }
    }

    @Test func `nothing that waited leaves by itself, and outbox retry lets it`() async throws {
        let scene = try await Scene()
        try scene.fixture.store.close()
        let plan = try scene.restoration().plan()
        #expect(plan.unknown == 1 && plan.withdrawn == 1 && plan.gap == nil)
        let store = try await scene.restore()
        let run = DaemonRun(from: scene.fixture.clock.world)
        let later = scene.fixture.clock.now.addingTimeInterval(10 * 365 * 86_400)
        _ = try await store.recoverClaims(run: run, now: later)
        let mailbox = try Samples.mailboxName()
        #expect(try await store.claimDue(mailbox: mailbox, run: run, now: later, limit: 10).isEmpty)
        let unknown = try #require(try await store.outboxEntries(state: .unknown, visible: nil, limit: 9).first)
        #expect(try await store.outboxCounts()[.withdrawn] == 1)
        try await store.retryEntry(unknown.id, now: later)
        #expect(try await store.claimDue(mailbox: mailbox, run: run, now: later, limit: 10).count == 1)
        try store.close()
    }

    @Test func `numbers are not given twice, cursors begin anew, and the audit log says so`() async throws {
        let scene = try await Scene()
        try scene.fixture.store.close()
        let store = try await scene.restore()
        let subject = try StoreSubject(store: store, keys: store.keys, clock: scene.fixture.clock)
        let state = try #require(
            try await store.intakeState(mailbox: Samples.mailboxName(), folder: "INBOX"))
        #expect(state.lastUID == 0 && state.unsettled.isEmpty)
        #expect(try await store.owesRescan(mailbox: Samples.mailboxName()))
        try await store.endRescan(mailbox: Samples.mailboxName())
        #expect(try await !store.owesRescan(mailbox: Samples.mailboxName()))
        let last = try await store.auditEntries(after: 0, limit: 100).last
        #expect(last?.event == "store.restored")
        #expect(try await store.verifyAudit().firstBad == nil)
        scene.fixture.clock.advance(by: .seconds(60))
        let number = try await subject.open(.make { $0.messageID = "later@customer.example" })
        #expect(number.value == 1_002)
        try store.close()
    }

    @Test func `the files that stood there are put aside and go with the copies of the keys`() async throws {
        let scene = try await Scene()
        try scene.fixture.store.close()
        let store = try await scene.restore()
        let aside = try #require(ReplacedFiles.folders(in: scene.fixture.directory).first)
        #expect(try FileManager.default.contentsOfDirectory(atPath: aside).contains("keys.db"))
        let folder = scene.fixture.directory + "/k"
        for (days, count) in [(6, 1), (8, 0)] {
            let now = scene.fixture.clock.now.addingTimeInterval(Double(days) * 86_400)
            try await store.pruneBackups(.keys, in: folder, keep: .seconds(7 * 86_400), now: now)
            #expect(ReplacedFiles.folders(in: scene.fixture.directory).count == count)
        }
        try store.close()
    }

    @Test func `a ledger shorter than a manifest knows is a gap that somebody has to accept`() async throws {
        let scene = try await Scene()
        let store = scene.fixture.store
        try await store.suppress(try scene.fixture.subject().suppression(), by: .daemon)
        _ = try await store.backUp(
            .keys, to: scene.fixture.directory + "/later", by: .daemon, now: scene.fixture.clock.now)
        try store.close()
        for name in ["erasures.log", "desk.db", "keys.db"] {
            try FileManager.default.removeItem(atPath: scene.fixture.directory + "/" + name)
        }
        let restoration = scene.restoration(backups: [scene.fixture.directory + "/later"])
        let plan = try restoration.plan()
        #expect(plan.gap == RestorePlan.Gap(has: 0, needs: 1))
        await #expect(throws: RestoreFault.ledgerGap(has: 0, needs: 1)) {
            try await restoration.carryOut(plan, acceptsGap: false)
        }
        #expect(try !scene.fixture.files.contains("desk.db"))
        try await restoration.carryOut(plan, acceptsGap: true)
        let restored = try await scene.fixture.reopen()
        let last = try await restored.auditEntries(after: 0, limit: 100).last
        #expect(last?.details?["gap"] == .number(1))
        try restored.close()
    }

    @Test func `the longest chain of all folders is taken, a cut or forged one is not`() async throws {
        let scene = try await Scene()
        let subject = try scene.fixture.subject()
        for name in ["a", "b", "c"] {
            try await scene.fixture.store.suppress(subject.suppression(of: "\(name)@customer.example"), by: .daemon)
        }
        try scene.fixture.store.close()
        let whole = try scene.fixture.bytes(of: "erasures.log")
        let copies = ["whole", "forged"].map { scene.fixture.directory + "/" + $0 }
        for copy in copies { try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false) }
        try ErasureLedgerTests.write(whole, scene.fixture, name: "whole/erasures.log")
        try ErasureLedgerTests.write(whole + whole, scene.fixture, name: "forged/erasures.log")
        try ErasureLedgerTests.write(Array(whole.prefix(100)), scene.fixture)
        let restoration = scene.restoration(ledgers: copies)
        let plan = try restoration.plan()
        #expect(plan.ledgerFolder == copies[0] && plan.wishes == 3 && plan.gap == nil)
        try await restoration.carryOut(plan, acceptsGap: false)
        let store = try await scene.fixture.reopen()
        #expect(try await LedgerReplayTests.suppressed(store) == 3)
        #expect(try scene.fixture.bytes(of: "erasures.log") == whole)
        try store.close()
    }

    @Test func `copies that are mixed up or damaged restore nothing`() async throws {
        let scene = try await Scene()
        try scene.fixture.store.close()
        let mixed = Restoration(
            directory: scene.fixture.directory,
            sources: Restoration.Sources(
                desk: scene.keys, keys: scene.desk, ledgerFolders: [], backupFolders: []), root: scene.fixture.root,
            world: scene.fixture.clock.world)
        #expect(throws: RestoreFault.mixedUp) { _ = try mixed.plan() }
        try Data("x".utf8).write(to: URL(fileURLWithPath: scene.desk))
        #expect(throws: RestoreFault.self) { _ = try scene.restoration().plan() }
    }
}
