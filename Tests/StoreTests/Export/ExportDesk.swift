import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// A store with a person whose data is to be copied, and short ways to make and read the copy.
struct ExportDesk {
    let fixture: StoreFixture
    let subject: StoreSubject
    let desk: Helpdesk

    static let address = "ada@customer.example"
    static let name = "Ada Zqlovelace"

    init(_ change: (inout DeskSettings) -> Void = { _ in }) async throws {
        fixture = try await StoreFixture()
        subject = try fixture.subject()
        var settings = subject.settings
        change(&settings)
        desk = Helpdesk(
            store: fixture.store, keys: fixture.store.keys, world: fixture.clock.world, gate: SendGate(),
            board: MailboxBoard(), settings: CurrentSettings(settings), bells: OutboxBells())
    }

    struct Unplanned: Error {}

    var store: Store { fixture.store }
    var now: Date { fixture.clock.now }
    var worker: ExportWorker { ExportWorker(desk: desk) }

    static func mail(_ id: String, _ change: (inout SampleMail) -> Void = { _ in }) -> SampleMail {
        .make {
            $0.from = "\(name) <\(address)>"
            $0.messageID = "\(id)@customer.example"
            change(&$0)
        }
    }

    func person(_ address: String = ExportDesk.address) async throws -> Person {
        try #require(try await store.person(withAddress: Samples.address(address)))
    }

    func order(_ kind: Export.Kind = .access, of address: String = ExportDesk.address) async throws -> Export {
        try await desk.prepareExport(
            of: person(address).id, kind, verified: ErasureVerification(how: .phone, by: "Otto Operator"),
            as: .operatorOnHost)
    }

    /// Makes a copy and answers it with its bytes.
    func made(
        _ kind: Export.Kind = .access, of address: String = ExportDesk.address
    ) async throws -> (Export, ZipReading) {
        let planned = try await order(kind, of: address)
        #expect(try await worker.make(planned))
        let export = try #require(try await store.export(planned.id))
        #expect(export.state == .ready)
        return (export, try ZipReading(try await bytes(of: export.id)))
    }

    func bytes(of id: ExportID) async throws -> [UInt8] {
        var (bytes, index): ([UInt8], Int) = ([], 0)
        while let piece = try await store.exportPiece(id, at: index, now: now) {
            bytes += piece
            index += 1
        }
        return bytes
    }

    func note(_ text: String, on number: TicketNumber) async throws {
        _ = try await store.note(number, text: text, by: .operatorOnHost, now: now)
    }

    func files() throws -> [String] {
        let folder = fixture.directory + "/exports"
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// How many of these bytes lie in the files of the store.
    func marks(_ marks: String...) throws -> Int {
        try ByteSearch(marks.map { Array($0.utf8) }).search(folder: fixture.directory, except: []).found
    }
}

/// The stored entries of an archive of ours.
struct ZipReading {
    private(set) var entries: [String: [UInt8]] = [:]
    private(set) var names: [String] = []

    struct Damaged: Error {}

    init(_ bytes: [UInt8]) throws {
        var offset = 0
        while offset + 30 <= bytes.count, Self.number(bytes, offset, 4) == 0x0403_4B50 {
            let size = Self.number(bytes, offset + 22, 4)
            let (name, extra) = (Self.number(bytes, offset + 26, 2), Self.number(bytes, offset + 28, 2))
            let start = offset + 30 + name + extra
            guard start + size <= bytes.count else { throw Damaged() }
            let text = String(decoding: bytes[offset + 30..<offset + 30 + name], as: UTF8.self)
            names.append(text)
            entries[text] = Array(bytes[start..<start + size])
            offset = start + size
        }
        guard Self.number(bytes, offset, 4) == 0x0201_4B50 else { throw Damaged() }
    }

    func text(_ name: String) throws -> String {
        String(decoding: try #require(entries[name], "\(name) of \(names)"), as: UTF8.self)
    }

    func json() throws -> [String: Any] {
        let data = Data(try #require(entries["data.json"]))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    func list(_ key: String) throws -> [[String: Any]] {
        try #require(try json()[key] as? [[String: Any]], "\(key)")
    }

    private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        (0..<count).reversed().reduce(0) { $0 << 8 | (offset + $1 < bytes.count ? Int(bytes[offset + $1]) : 0) }
    }
}
