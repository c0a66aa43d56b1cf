package import Desk
package import Foundation
internal import Synchronization

/// A world that a test owns: a clock that moves when it is told to, and chance that comes from a seed.
///
/// Two worlds with one seed make the same ids, tokens and jitter. `sleep` either lets time pass at once or waits
/// until somebody advances the clock; both obey cancellation.
package final class TestWorld: Sendable {
    package enum Sleeping: Sendable {
        /// A sleep moves the clock by its length and returns.
        case passes
        /// A sleep waits for `advance`.
        case waits
    }

    private struct Sleeper {
        var until: Duration
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Date
        var monotonic: Duration = .zero
        var seed: UInt64
        var sleepers: [UInt64: Sleeper] = [:]
        var cancelled: Set<UInt64> = []
        var nextSleeper: UInt64 = 0
    }

    /// 2026-11-24 06:20:00 UTC.
    package static let beginning = Date(timeIntervalSince1970: 1_795_501_200)

    private let state: Mutex<State>
    private let sleeping: Sleeping

    package init(seed: UInt64 = 1, now: Date = TestWorld.beginning, sleeping: Sleeping = .passes) {
        state = Mutex(State(now: now, seed: seed))
        self.sleeping = sleeping
    }

    /// The value to hand in.
    package var world: World {
        World(
            now: { self.now }, monotonic: { self.monotonic }, sleep: { try await self.sleep($0) },
            randomBytes: { self.randomBytes($0) })
    }

    package var now: Date { state.withLock { $0.now } }
    package var monotonic: Duration { state.withLock { $0.monotonic } }
    /// How many wait in `sleep`.
    package var sleepers: Int { state.withLock { $0.sleepers.count } }

    /// Lets time pass on both clocks and wakes whoever has slept long enough, the earliest first.
    package func advance(by duration: Duration) {
        let woken = state.withLock { state -> [Sleeper] in
            state.monotonic += duration
            state.now += duration.seconds
            let over = state.sleepers.filter { $0.value.until <= state.monotonic }
            for id in over.keys { state.sleepers[id] = nil }
            return over.values.sorted { $0.until < $1.until }
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// Moves the wall clock alone, as an operator or NTP does.
    package func setClock(to date: Date) {
        state.withLock { $0.now = date }
    }

    /// SplitMix64: small, seeded and good enough for tests.
    package func randomBytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(count + 8)
            while bytes.count < count {
                state.seed &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state.seed
                mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
                mixed ^= mixed >> 31
                withUnsafeBytes(of: mixed) { bytes.append(contentsOf: $0) }
            }
            return Array(bytes.prefix(count))
        }
    }

    private func sleep(_ duration: Duration) async throws {
        try Task.checkCancellation()
        switch sleeping {
        case .passes:
            advance(by: duration)
            await Task.yield()
        case .waits:
            try await wait(for: duration)
        }
    }

    private func wait(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if state.cancelled.remove(id) != nil { return true }
                    let until = state.monotonic + duration
                    state.sleepers[id] = Sleeper(until: until, continuation: continuation)
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: id)
                if sleeper == nil { state.cancelled.insert(id) }
                return sleeper
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
