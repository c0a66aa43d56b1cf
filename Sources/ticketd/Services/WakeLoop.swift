import Desk
import Foundation

/// Brings back the tickets that were put off, when their time has come.
struct WakeLoop: Sendable {
    let store: any SnoozeStore
    let world: World
    let log: Log

    /// One look at an index. Often, so that a wall clock set right and a ticket put off for less are not waited for.
    static let every = Duration.seconds(10)

    func run() async throws(StoreFailure) {
        while !Task.isCancelled {
            let wait = try await wake()
            do { try await world.sleep(wait) } catch { return }
        }
    }

    /// Answers how long nothing will be due. While the store cannot be written (P9) the tickets are in sight already;
    /// only their note waits.
    func wake() async throws(StoreFailure) -> Duration {
        do throws(StoreFailure) {
            guard let next = try await store.nextWake() else { return Self.every }
            let now = world.now()
            guard next <= now else { return min(Self.every, .seconds(max(0.1, next.timeIntervalSince(now)))) }
            let woken = try await store.wakeDue(now: now, limit: Desk.Limits.wakes)
            return woken.count < Desk.Limits.wakes ? .milliseconds(100) : .zero
        } catch {
            guard error.isTransient else { throw error }
            log(.storeReadOnly(reason: error.word))
            return Self.every
        }
    }
}
