import Desk
import DeskTesting
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct BackupTests {
    @Test func `both sets are written under names that sort by time, and open as the originals do`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let number = try await subject.open()
        let target = fixture.directory + "/backups"
        for set in BackupSet.allCases {
            let record = try await fixture.store.backUp(set, to: target, by: .daemon, now: fixture.clock.now)
            #expect(record.path == "\(target)/\(set.rawValue)-20261124T062000Z.db")
            #expect(record.isVerified && record.bytes > 0)
            let mode = try FileManager.default.attributesOfItem(atPath: record.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        #expect(try await fixture.store.lastBackups().map(\.set) == [.desk, .keys])
        #expect(try FileManager.default.contentsOfDirectory(atPath: target).count == 4)

        let restored = fixture.directory + "/restored"
        try FileManager.default.createDirectory(atPath: restored, withIntermediateDirectories: false)
        for set in BackupSet.allCases {
            try FileManager.default.copyItem(
                atPath: "\(target)/\(set.rawValue)-20261124T062000Z.db", toPath: "\(restored)/\(set.rawValue).db")
        }
        let (keys, cabinet) = try Store.openKeys(directory: restored, root: fixture.root)
        let store = try await Store.open(directory: restored, keys: keys, cabinet: cabinet, world: fixture.clock.world)
        let view = try await store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
        #expect(view?.messages.count == 2)
    }

    @Test func `keys that do not open make no backup`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.store.cabinet.queue.write {
            try $0.execute(sql: "UPDATE person_key SET wrapped = zeroblob(length(wrapped))")
        }
        let target = fixture.directory + "/backups"
        await #expect(throws: StoreFailure.damaged) {
            _ = try await fixture.store.backUp(.keys, to: target, by: .daemon, now: fixture.clock.now)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: target).isEmpty)
        #expect(try await fixture.store.lastBackups().isEmpty)
    }

    @Test func `a copy that cannot be written leaves nothing and the newest record stays`() async throws {
        let fixture = try await StoreFixture()
        let target = fixture.directory + "/backups"
        _ = try await fixture.store.backUp(.keys, to: target, by: .daemon, now: fixture.clock.now)
        let before = try await fixture.store.lastBackups()
        await #expect(throws: StoreFailure.self) {
            _ = try await fixture.store.backUp(.keys, to: "/proc/nowhere", by: .daemon, now: fixture.clock.now)
        }
        #expect(try await fixture.store.lastBackups() == before)
    }

    @Test func `old copies go, the newest and foreign files stay`() async throws {
        let fixture = try await StoreFixture()
        let target = fixture.directory + "/backups"
        var paths: [String] = []
        for _ in 0..<3 {
            paths.append(try await fixture.store.backUp(.desk, to: target, by: .daemon, now: fixture.clock.now).path)
            fixture.clock.advance(by: .seconds(86_400))
        }
        let foreign = target + "/desk-notes.db"
        try Data([1]).write(to: URL(fileURLWithPath: foreign))
        try await fixture.store.pruneBackups(.desk, in: target, keep: .seconds(2 * 86_400), now: fixture.clock.now)
        let left = try FileManager.default.contentsOfDirectory(atPath: target).sorted().map { target + "/" + $0 }
        let kept = [paths[1], paths[2]].flatMap { [$0, BackupManifest.path(for: $0)] }
        #expect(left == kept + [foreign])
        fixture.clock.advance(by: .seconds(90 * 86_400))
        try await fixture.store.pruneBackups(.desk, in: target, keep: .seconds(86_400), now: fixture.clock.now)
        #expect(FileManager.default.fileExists(atPath: paths[2]))
        #expect(try await fixture.store.lastBackups().map(\.path) == [paths[2]])
    }
}
