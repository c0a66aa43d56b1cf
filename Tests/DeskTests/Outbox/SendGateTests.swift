import Desk
import Synchronization
import Testing

/// P5 at the gate: two who pass never overlap, and nobody overtakes.
struct SendGateTests {
    private final class Watch: Sendable {
        struct Seen {
            var inside = 0
            var mostInside = 0
            var isSuppressed = false
            var isAnswered = false
            var violations = 0
        }

        let seen = Mutex(Seen())
    }

    @Test func `whoever is inside is alone`() async {
        let gate = SendGate()
        let watch = Watch()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    await gate.pass {
                        watch.seen.withLock { seen in
                            seen.inside += 1
                            seen.mostInside = max(seen.mostInside, seen.inside)
                        }
                        await Task.yield()
                        watch.seen.withLock { $0.inside -= 1 }
                    }
                }
            }
        }
        #expect(watch.seen.withLock { $0.mostInside } == 1)
    }

    /// Ten thousand interleavings of "unsubscribe" and "send". A begin that read the list before the wish was stored is
    /// legitimate; one that is decided after the answer is not.
    @Test func `P5 no transaction begins after an unsubscribe has answered`() async {
        let watch = Watch()
        for round in 0..<10_000 {
            let gate = SendGate()
            watch.seen.withLock { ($0.isSuppressed, $0.isAnswered) = (false, false) }
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<(round % 3) { await Task.yield() }
                    await gate.pass {
                        await Task.yield()
                        watch.seen.withLock { $0.isSuppressed = true }
                    }
                    watch.seen.withLock { $0.isAnswered = true }
                }
                group.addTask {
                    for _ in 0..<(round % 5) { await Task.yield() }
                    await gate.pass {
                        let mayBegin = watch.seen.withLock { !$0.isSuppressed }
                        // Where the real gate reads the store and suspends.
                        await Task.yield()
                        guard mayBegin else { return }
                        watch.seen.withLock { if $0.isAnswered { $0.violations += 1 } }
                    }
                }
            }
        }
        #expect(watch.seen.withLock { $0.violations } == 0)
    }
}
