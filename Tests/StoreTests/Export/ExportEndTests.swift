import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

@testable import Store

/// How copies lie on the disk, and how they end.
@Suite struct ExportEndTests {
    @Test func `P7 nothing of a copy lies in clear, and its file is only its owner's`() async throws {
        let desk = try await ExportDesk()
        _ = try await desk.subject.open(ExportDesk.mail("a1") { $0.body = "zqmarker in the text" })
        let (export, _) = try await desk.made()
        #expect(try desk.files() == ["\(export.id.hex).sealed"])
        #expect(try desk.marks("zqmarker", "Zqlovelace", ExportDesk.address, "index.html", "data.json") == 0)
        let attributes = try FileManager.default.attributesOfItem(
            atPath: desk.fixture.directory + "/exports/\(export.id.hex).sealed")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `after seven days the key is destroyed, the file gone and the line stays`() async throws {
        let desk = try await ExportDesk()
        _ = try await desk.subject.open(ExportDesk.mail("a1"))
        let (export, _) = try await desk.made()
        desk.fixture.clock.advance(by: .seconds(7 * 86_400 - 1))
        #expect(try await desk.store.sweepExports(now: desk.now) == 0)
        #expect(try await desk.store.exportPiece(export.id, at: 0, now: desk.now) != nil)
        desk.fixture.clock.advance(by: .seconds(2))
        #expect(try await desk.store.exportPiece(export.id, at: 0, now: desk.now) == nil)
        #expect(try await desk.store.sweepExports(now: desk.now) == 1)
        let gone = try #require(try await desk.store.export(export.id))
        #expect(gone.state == .gone && gone.goneAt != nil && gone.person == export.person)
        #expect(try desk.files().isEmpty)
        #expect(try !desk.store.keys.hasKey(export.id.object))
        let person = try await desk.person()
        #expect(try desk.store.keys.hasKey(person.id.object))
    }

    @Test func `P8 erasing a person takes their copies: no key, no file, no name`() async throws {
        let desk = try await ExportDesk()
        _ = try await desk.subject.open(ExportDesk.mail("a1"))
        let (export, _) = try await desk.made()
        let planned = try await desk.order(.portability)
        let row = try #require(try await desk.store.exportRow(export.id))
        let file = try Data(
            contentsOf: URL(fileURLWithPath: desk.fixture.directory + "/exports/\(export.id.hex).sealed"))
        let erasure = try await desk.desk.erase(
            try #require(export.person), verified: ErasureVerification(how: .phone, by: "Otto"), as: .operatorOnHost)
        #expect(erasure.state == .forgotten)
        // At once: nobody fetches another byte.
        #expect(try await desk.store.exportPiece(export.id, at: 0, now: desk.now) == nil)
        // And who kept the row and the file has nothing that opens.
        #expect(throws: StoreFailure.keyDestroyed) {
            try ExportKey(sealer: desk.store.sealer, id: export.id)
                .open(try #require(row.key), of: try #require(export.person))
        }
        #expect(!file.isEmpty)
        let eraser = ErasureWorker(desk: desk.desk, folder: { _, _ in nil })
        #expect(try await eraser.advance(erasure))
        #expect(try desk.files().isEmpty)
        for id in [export.id, planned.id] {
            let gone = try #require(try await desk.store.export(id))
            #expect(gone.state == .gone && gone.person == nil)
            #expect(try !desk.store.keys.hasKey(id.object))
        }
        #expect(try await desk.store.erasure(erasure.id)?.residue == 0)
    }

    @Test func `a file without a line, and a line without a file, are cleared away`() async throws {
        let desk = try await ExportDesk()
        _ = try await desk.subject.open(ExportDesk.mail("a1"))
        let (export, _) = try await desk.made()
        let folder = desk.fixture.directory + "/exports"
        let orphan = ExportID(from: desk.fixture.clock.world)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: "\(folder)/\(orphan.hex).sealed"))
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: "\(folder)/notes.txt"))
        #expect(try await desk.store.sweepExports(now: desk.now) == 0)
        #expect(try desk.files() == ["\(export.id.hex).sealed"])
        try FileManager.default.removeItem(atPath: "\(folder)/\(export.id.hex).sealed")
        #expect(try await desk.store.sweepExports(now: desk.now) == 1)
        #expect(try await desk.store.export(export.id)?.state == .gone)
    }

    @Test func `an interrupted file is made anew under another key`() async throws {
        let desk = try await ExportDesk()
        _ = try await desk.subject.open(ExportDesk.mail("a1"))
        let planned = try await desk.order()
        let half = try await desk.store.beginExportFile(planned.id)
        try await half.append([UInt8](repeating: 1, count: 200_000))
        let before = try #require(try await desk.store.exportRow(planned.id)?.key)
        #expect(try await desk.worker.make(planned))
        #expect(try await desk.store.exportRow(planned.id)?.key != before)
        let zip = try ZipReading(try await desk.bytes(of: planned.id))
        #expect(zip.entries["index.html"] != nil)
    }

    @Test func `ending one early leaves the others`() async throws {
        let desk = try await ExportDesk()
        _ = try await desk.subject.open(ExportDesk.mail("a1"))
        let (first, _) = try await desk.made()
        let (second, _) = try await desk.made()
        try await desk.desk.withdrawExport(first.id, as: .operatorOnHost)
        #expect(try desk.files() == ["\(second.id.hex).sealed"])
        await #expect(throws: DeskRefusal.notFound(.export)) {
            try await desk.desk.withdrawExport(first.id, as: .operatorOnHost)
        }
        #expect(try await desk.store.exportPiece(second.id, at: 0, now: desk.now) != nil)
    }
}
