import Desk
import Synchronization
import Testing

struct OutboxBellTests {
    /// Woken or hung: a bell that loses a ring would hang the test run, so each waits with a limit.
    private enum End { case woken, hung }

    private final class Tally: Sendable {
        let waiting = Mutex(0)
        let served = Mutex(0)
        let isDone = Mutex(false)
    }

    private static func ends(_ wait: @escaping @Sendable () async -> Void) async -> End {
        let tally = Tally()
        return await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await wait()
                tally.isDone.withLock { $0 = true }
            }
            // Counted in turns, not in seconds.
            for _ in 0..<100_000 where !tally.isDone.withLock({ $0 }) { await Task.yield() }
            let end: End = tally.isDone.withLock { $0 } ? .woken : .hung
            group.cancelAll()
            return end
        }
    }

    @Test func `a ring while nobody waits is kept, once`() async {
        let bell = OutboxBell()
        bell.ring()
        bell.ring()
        #expect(await Self.ends { await bell.wait() } == .woken)
        #expect(await Self.ends { await bell.wait() } == .hung)
    }

    @Test func `a ring wakes whoever waits`() async {
        let bell = OutboxBell()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bell.wait() }
            for _ in 0..<50 { await Task.yield() }
            bell.ring()
            await group.waitForAll()
        }
        #expect(!bell.isStopped)
    }

    @Test func `stop wakes and is never forgotten`() async {
        let bell = OutboxBell()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bell.wait() }
            for _ in 0..<50 { await Task.yield() }
            bell.stop()
            await group.waitForAll()
        }
        #expect(bell.isStopped)
        for _ in 0..<3 { #expect(await Self.ends { await bell.wait() } == .woken) }
    }

    @Test func `being cancelled wakes, before the wait and during it`() async {
        for pauses in [0, 1, 50] {
            let bell = OutboxBell()
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await bell.wait() }
                for _ in 0..<pauses { await Task.yield() }
                group.cancelAll()
                await group.waitForAll()
            }
        }
    }

    /// Whoever puts something into the queue and rings afterwards is served, however ring and wait interleave.
    @Test func `no ring is lost between a look at the queue and the wait`() async {
        for round in 0..<2_000 {
            let bell = OutboxBell()
            let tally = Tally()
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    while tally.served.withLock({ $0 }) < 3 {
                        let taken = tally.waiting.withLock { waiting in
                            defer { waiting = 0 }
                            return waiting
                        }
                        tally.served.withLock { $0 += taken }
                        if tally.served.withLock({ $0 }) < 3 { await bell.wait() }
                    }
                }
                for _ in 0..<3 {
                    for _ in 0..<(round % 7) { await Task.yield() }
                    tally.waiting.withLock { $0 += 1 }
                    bell.ring()
                }
                await group.waitForAll()
            }
            #expect(tally.served.withLock { $0 } == 3)
        }
    }
}
