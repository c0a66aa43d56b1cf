import Desk
import Foundation
import Synchronization
import Testing

@testable import ticketd

struct AnchorLoopTests {
    /// An audit log of which only the end is known, one look after the other; after the last nobody waits any more.
    private final class Ends: AuditStore {
        private let ends: Mutex<[Result<AuditHead?, StoreFailure>]>
        private let waits = Mutex<[Duration]>([])

        private let hasLedger: Bool

        init(_ ends: [Result<AuditHead?, StoreFailure>], hasLedger: Bool = false) {
            self.ends = Mutex(ends)
            self.hasLedger = hasLedger
        }

        var waited: [Duration] { waits.withLock { $0 } }

        func rest(_ wait: Duration) throws {
            waits.withLock { $0.append(wait) }
            if ends.withLock({ $0.isEmpty }) { throw CancellationError() }
        }

        func auditHead() async throws(StoreFailure) -> AuditHead? { try ends.withLock { $0.removeFirst() }.get() }
        func record(_ event: AuditEvent, by actor: Principal, now: Date) async throws(StoreFailure) {
            throw .notWritable
        }
        func auditEntries(after sequence: Int64, limit: Int) async throws(StoreFailure) -> [AuditRecord] { [] }
        func ledgerStatus() async -> LedgerStatus {
            let copies = [LedgerCopyState.current, .behind].map { LedgerCopyStatus(folder: "/f", state: $0) }
            return LedgerStatus(
                sequence: hasLedger ? 3 : 0, mac: [UInt8](repeating: 0xCD, count: 32), copies: hasLedger ? copies : [])
        }
        func copyLedger() async {}
        func verifyAudit(against anchors: [AuditHead]) async throws(StoreFailure) -> AuditVerdict { throw .busy }
        func anchorMailedAt() async throws(StoreFailure) -> Date? { nil }
        func noteAnchorMailed(at now: Date) async throws(StoreFailure) {}
    }

    @Test func `the end of the log is written down at the start and every day, and a failure soon again`() async {
        let mac = [UInt8](repeating: 0xAB, count: 32)
        let ends = Ends([
            .success(AuditHead(sequence: 7, mac: mac)), .failure(.busy), .success(AuditHead(sequence: 9, mac: mac)),
            .success(nil),
        ])
        let paper = LogFormatTests.Paper()
        let world = World(
            now: { Date(timeIntervalSince1970: 0) }, monotonic: { .zero }, sleep: { try ends.rest($0) },
            randomBytes: { [UInt8](repeating: 0, count: $0) })
        await AnchorLoop(store: ends, world: world, log: ticketd.Log(paper.sink(.journal))).run()
        #expect(ends.waited == [.seconds(86_400), .seconds(300), .seconds(86_400), .seconds(86_400)])
        let digest = String(repeating: "ab", count: 32)
        #expect(paper.written.count == 3)
        #expect(paper.written[0].contains("sequence=7") && paper.written[0].contains(digest))
        #expect(paper.written[1].contains("reason=busy"))
        #expect(paper.written[2].contains("sequence=9") && paper.written[2].contains(digest))
    }

    @Test func `the end of the erasure ledger is written down too, and that a copy lacks lines`() async {
        let ends = Ends([.success(nil)], hasLedger: true)
        let paper = LogFormatTests.Paper()
        let world = World(
            now: { Date(timeIntervalSince1970: 0) }, monotonic: { .zero }, sleep: { try ends.rest($0) },
            randomBytes: { [UInt8](repeating: 0, count: $0) })
        await AnchorLoop(store: ends, world: world, log: ticketd.Log(paper.sink(.journal))).run()
        #expect(paper.written.count == 2)
        #expect(paper.written[0].contains("sequence=3"))
        #expect(paper.written[0].contains(String(repeating: "cd", count: 32)))
        #expect(paper.written[1].contains("behind=1") && paper.written[1].contains("copies=2"))
    }
}
