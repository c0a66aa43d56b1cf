import Desk
import DeskTesting
import Foundation
import Testing
import Vault

@testable import Store

@Suite struct ErasureLedgerTests {
    @Test func `each wish and each lift is a line before it is answered, and saying it again is none`() async throws {
        let fixture = try await StoreFixture()
        let wish = try fixture.subject().suppression()
        for _ in 0..<3 { try await fixture.store.suppress(wish, by: .daemon) }
        let now = fixture.clock.now
        try await fixture.store.liftSuppression(hash: wish.hash, evidence: "a call", by: .daemon, now: now)
        let acts = try fixture.store.ledger.entries(after: 0).map(\.act)
        #expect(acts.count == 2 && acts.last == .lifted(hash: wish.hash))
        guard case .suppressed(let said)? = acts.first else { return #expect(Bool(false), "\(acts)") }
        #expect(said.hash == wish.hash && said.scope == wish.scope && said.source == wish.source)
        let text = String(decoding: try fixture.bytes(of: "erasures.log"), as: UTF8.self)
        #expect(text.hasPrefix("1 20") && text.contains(" suppressed hash=") && !text.contains("ada@"))
    }

    @Test func `a line reads back as it was written`() async throws {
        let fixture = try await StoreFixture()
        let mails = try (0..<2).map { number in
            try LedgerAct.ForgottenMail(
                mailbox: Samples.mailboxName(), messageHash: [UInt8](repeating: UInt8(number), count: 16),
                identity: [UInt8](repeating: 9, count: 16))
        }
        let acts: [LedgerAct] = [
            .erased(PersonID(from: fixture.clock.world), erasure: fixture.clock.world.newObjectID(), mails: mails),
            .erased(PersonID(from: fixture.clock.world), erasure: fixture.clock.world.newObjectID(), mails: []),
            .lifted(hash: [UInt8](repeating: 7, count: 20)),
        ]
        let ledger = fixture.store.ledger
        for act in acts { _ = try ledger.append(act, at: fixture.clock.now) }
        #expect(try ledger.entries(after: 0).map(\.act) == acts)
        #expect(try ledger.entries(after: 2).map(\.sequence) == [3])
    }

    @Test(arguments: [1, 40, 150])
    func `a torn last line was never acknowledged and is written over`(lost: Int) async throws {
        let fixture = try await Self.filled(3)
        let whole = try fixture.bytes(of: "erasures.log")
        let lastLine = whole.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        try #require(whole.count - lost > lastLine)
        try Self.write(Array(whole.dropLast(lost)), fixture)
        let ledger = try Self.open(fixture)
        #expect(ledger.head?.sequence == 2)
        _ = try ledger.append(.lifted(hash: [UInt8](repeating: 1, count: 20)), at: fixture.clock.now)
        #expect(try Self.open(fixture).head?.sequence == 3)
    }

    @Test(arguments: ["change", "drop", "swap", "foreign"])
    func `any other damage is found by its line`(how: String) async throws {
        let fixture = try await Self.filled(4)
        var lines = String(decoding: try fixture.bytes(of: "erasures.log"), as: UTF8.self).split(separator: "\n")
        switch how {
        case "change": lines[1] = Substring(lines[1].replacing("suppressed", with: "suppresses"))
        case "drop": lines.remove(at: 1)
        case "swap": lines.swapAt(1, 2)
        default: lines[1] = try await Self.foreignLine()
        }
        try Self.write(Array((lines.joined(separator: "\n") + "\n").utf8), fixture)
        #expect(throws: LedgerFault.damaged(line: 2)) { _ = try Self.open(fixture) }
        try fixture.store.close()
        await #expect(throws: Store.OpeningFailure.ledger(.damaged(line: 2))) { _ = try await fixture.reopen() }
    }

    @Test func `a ledger shorter than the database has seen is not gone on with`() async throws {
        let fixture = try await Self.filled(3)
        let lines = try fixture.bytes(of: "erasures.log").split(separator: UInt8(ascii: "\n"))
        try fixture.store.close()
        try Self.write(Array(lines[0]) + [UInt8(ascii: "\n")], fixture)
        await #expect(throws: Store.OpeningFailure.ledger(.incomplete(has: 1, needs: 3))) {
            _ = try await fixture.reopen()
        }
    }

    @Test func `copies have every line, and one that was away catches up`() async throws {
        let fixture = try await StoreFixture()
        let copies = (0..<2).map { "\(fixture.directory)/copy-\($0)" }
        try FileManager.default.createDirectory(atPath: copies[0], withIntermediateDirectories: false)
        let ledger = try Self.open(fixture, copies: copies)
        for byte in 1...3 {
            _ = try ledger.append(.lifted(hash: [UInt8](repeating: UInt8(byte), count: 20)), at: fixture.clock.now)
        }
        await ledger.copy()
        #expect(ledger.status.copies.map(\.state) == [.current, .behind])
        try FileManager.default.createDirectory(atPath: copies[1], withIntermediateDirectories: false)
        await ledger.copy()
        #expect(ledger.status.copies.map(\.state) == [.current, .current])
        let whole = try fixture.bytes(of: "erasures.log")
        for number in 0..<2 { #expect(try fixture.bytes(of: "copy-\(number)/erasures.log") == whole) }
        try Self.write(Array("something else\n".utf8), fixture, name: "copy-1/erasures.log")
        await ledger.copy()
        #expect(ledger.status.copies.map(\.state) == [.current, .differs])
    }

    @Test func `lines that only a copy has are taken over`() async throws {
        let fixture = try await Self.filled(3)
        let whole = try fixture.bytes(of: "erasures.log")
        try FileManager.default.createDirectory(
            atPath: fixture.directory + "/copy", withIntermediateDirectories: false)
        try Self.write(whole, fixture, name: "copy/erasures.log")
        try Self.write([], fixture)
        let ledger = try Self.open(fixture, copies: [fixture.directory + "/copy"])
        #expect(ledger.head?.sequence == 3)
        #expect(try fixture.bytes(of: "erasures.log") == whole)
    }

    static func filled(_ count: Int) async throws -> StoreFixture {
        let fixture = try await StoreFixture()
        for number in 0..<count {
            try await fixture.store.suppress(
                fixture.subject().suppression(of: "p\(number)@customer.example"), by: .daemon)
        }
        return fixture
    }

    static func open(_ fixture: StoreFixture, copies: [String] = []) throws -> ErasureLedger {
        try ErasureLedger(
            path: fixture.directory + "/erasures.log", copies: copies, chain: fixture.store.keys.ledgerChain)
    }

    static func write(_ bytes: [UInt8], _ fixture: StoreFixture, name: String = "erasures.log") throws {
        try Data(bytes).write(to: URL(fileURLWithPath: fixture.directory + "/" + name))
    }

    private static func foreignLine() async throws -> Substring {
        let other = try await filled(2)
        return String(decoding: try other.bytes(of: "erasures.log"), as: UTF8.self).split(separator: "\n")[1]
    }
}
