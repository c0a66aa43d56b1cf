import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization
import Testing

/// P3, P4 and P5 over everything at once.
struct OutboxPromiseTests {
    /// A failure names its seed; `OutboxSimulation.report(seed:)` plays it again, step by step the same.
    @Test func `P3 everything queued reaches a terminal state, through any end of the process`() async {
        let seeds = 10_000 as UInt64
        let strands = 2
        var ends: Set<DeliveryState> = []
        var repeated = 0
        await withTaskGroup(of: (Set<DeliveryState>, Int).self) { group in
            for strand in 0..<strands {
                group.addTask {
                    var ends: Set<DeliveryState> = []
                    var repeated = 0
                    for seed in stride(from: UInt64(strand), to: seeds, by: strands) {
                        let report = await OutboxSimulation.report(seed: seed)
                        ends.formUnion(report.ends)
                        repeated += report.isRepeated ? 1 : 0
                        if report.problems.isEmpty { continue }
                        Issue.record("seed \(seed): \(report.problems.joined(separator: "; "))")
                    }
                    return (ends, repeated)
                }
            }
            for await (strandEnds, strandRepeated) in group {
                ends.formUnion(strandEnds)
                repeated += strandRepeated
            }
        }
        // All that can happen did happen, or little was tested.
        // A delay is told by another server, long after.
        #expect(ends == Set(DeliveryState.allCases.filter { $0.isTerminal && $0 != .delayed }))
        #expect(repeated > 100 && repeated < 5_000)
    }

    /// An unsubscribe and a worker, each at its own pace, through the real gate. A transaction counts as begun when the
    /// gate grants it; that is the last thing before MAIL FROM.
    @Test func `P5 no transaction begins after an unsubscribe has answered`() async throws {
        var begun = 0
        for round in 0..<3_000 {
            let sending = Sending()
            let id = sending.enqueue(round % 30)
            let address = try #require(sending.store.row(id)?.outbound?.recipient)
            let granted = Mutex(0)
            sending.store.interrupt { [office = sending.office] moment in
                if moment == .after(.mayBegin) { granted.withLock { $0 = office.tick() } }
            }
            async let rest = sending.worker().sendWhatIsDue()
            for _ in 0..<(round % 12) { await Task.yield() }
            await sending.gate.pass { [store = sending.store] in
                await Task.yield()
                store.suppress(
                    address, SuppressionRecord(scope: .everything, tickets: [:], since: Scenario.now))
            }
            let answered = sending.office.tick()
            _ = try await rest
            let isBegun = !sending.office.transactions.isEmpty
            begun += isBegun ? 1 : 0
            #expect(!isBegun || granted.withLock { $0 } < answered)
            #expect(sending.store.row(id)?.state == (isBegun ? .sent : .suppressed))
        }
        // Both orders were seen, or nothing was tested.
        #expect(begun > 0 && begun < 3_000)
    }
}
