import Desk
import DeskTesting
import Foundation
import Testing
import Vault

@testable import Store

@Suite struct BackupExaminationTests {
    @Test func `a fresh copy of each set is whole, and its manifest says what it is`() async throws {
        let fixture = try await StoreFixture()
        _ = try await fixture.subject().open()
        try await fixture.store.suppress(try fixture.subject().suppression(), by: .daemon)
        let (desk, keys) = try await LedgerReplayTests.backUp(fixture)
        for (path, set) in [(desk, BackupSet.desk), (keys, .keys)] {
            let copy = BackupExamination(path, root: fixture.root, keys: fixture.store.keys)
            #expect(copy.isWhole && copy.set == set, "\(copy.problems)")
            let manifest = try #require(copy.manifest)
            #expect(manifest.set == set.rawValue && manifest.tickets == 1 && manifest.lastTicket == 1)
            #expect(manifest.schema == Migration.newest && manifest.ledger.sequence == 1)
            #expect(manifest.instance == fixture.store.keys.instance.hex)
            #expect(manifest.ledger.mac == Hex.encode(try #require(fixture.store.ledger.head).mac))
        }
        #expect(BackupExamination(desk, root: fixture.root, keys: nil).problems == [.doesNotOpen])
    }

    @Test(
        arguments: [
            ("flip", BackupExamination.Problem.digestDiffers), ("cut", .sizeDiffers), ("text", .sizeDiffers),
            ("gone", .unreadable),
        ])
    func `a copy that is not what was written is found`(how: String, problem: BackupExamination.Problem) async throws {
        let fixture = try await StoreFixture()
        let (desk, _) = try await LedgerReplayTests.backUp(fixture)
        let url = URL(fileURLWithPath: desk)
        var bytes = try Data(contentsOf: url)
        switch how {
        case "flip": bytes[bytes.count - 3] ^= 1
        case "cut": bytes.removeLast(4096)
        case "text": bytes = Data("no database".utf8)
        default: try FileManager.default.removeItem(at: url)
        }
        if how != "gone" { try bytes.write(to: url) }
        let copy = BackupExamination(desk, root: fixture.root, keys: fixture.store.keys)
        #expect(!copy.isWhole && copy.problems.first == problem, "\(copy.problems)")
    }

    @Test func `another root and another installation's keys open nothing`() async throws {
        let (fixture, other) = (try await StoreFixture(), try await StoreFixture(seed: 8))
        let (desk, keys) = try await LedgerReplayTests.backUp(fixture)
        #expect(BackupExamination(keys, root: other.root, keys: nil).problems == [.wrongRoot])
        #expect(BackupExamination(desk, root: other.root, keys: other.store.keys).problems == [.foreign])
    }

    @Test func `looking writes nothing, also where nothing can be written`() async throws {
        let fixture = try await StoreFixture()
        let (_, keys) = try await LedgerReplayTests.backUp(fixture)
        let before = try Data(contentsOf: URL(fileURLWithPath: keys))
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: keys)
        #expect(BackupExamination(keys, root: fixture.root, keys: nil).isWhole)
        #expect(try Data(contentsOf: URL(fileURLWithPath: keys)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: StateFiles.folder(of: keys)).count == 2)
    }
}
