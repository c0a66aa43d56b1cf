import Foundation
import Testing

@testable import ticketd

/// Sleeping on one timer, and what is left of a sleep that was cancelled: nothing.
@Suite struct SleeperTests {
    private let sleeper = Sleeper()

    @Test func `a thousand cancelled rests of an hour leave nothing behind`() async throws {
        let rests = (0..<1_000).map { _ in Task { [sleeper] in try await sleeper.sleep(.seconds(3_600)) } }
        while sleeper.count < rests.count { await Task.yield() }
        for rest in rests { rest.cancel() }
        for rest in rests {
            await #expect(throws: CancellationError.self) { try await rest.value }
        }
        #expect(sleeper.count == 0)
    }

    @Test(arguments: [Duration.nanoseconds(1), .milliseconds(3), .milliseconds(40)])
    func `a rest is never shorter than asked`(duration: Duration) async throws {
        let start = ContinuousClock.now
        try await sleeper.sleep(duration)
        #expect(ContinuousClock.now - start >= duration)
        #expect(sleeper.count == 0)
    }

    @Test func `a short rest that begins after a long one ends first`() async throws {
        let long = Task { [sleeper] in try await sleeper.sleep(.seconds(3_600)) }
        while sleeper.count < 1 { await Task.yield() }
        try await sleeper.sleep(.milliseconds(5))
        #expect(sleeper.count == 1)
        long.cancel()
        _ = await long.result
    }

    @Test func `a rest after a cancelled nearer one still ends`() async throws {
        let near = Task { [sleeper] in try await sleeper.sleep(.milliseconds(20)) }
        async let rest: Void = sleeper.sleep(.milliseconds(60))
        near.cancel()
        try await rest
        #expect(sleeper.count == 0)
    }

    @Test func `what is cancelled already does not sleep, and nothing and less is no rest`() async throws {
        let task = Task { [sleeper] in
            withUnsafeCurrentTask { $0?.cancel() }
            try await sleeper.sleep(.seconds(3_600))
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        try await sleeper.sleep(.zero)
        try await sleeper.sleep(.seconds(-1))
    }

    @Test func `the longest time there is does not overflow`() async {
        let rest = Task { [sleeper] in try await sleeper.sleep(.seconds(Int64.max / 4)) }
        while sleeper.count < 1 { await Task.yield() }
        rest.cancel()
        _ = await rest.result
        #expect(sleeper.count == 0)
    }
}
