import Desk
import Foundation

/// Deletes mails that could not be read, long after somebody looked at them. One that nobody has looked at stays.
struct QuarantineLoop: Sendable {
    let store: any QuarantineStore
    let world: World
    let log: Log

    /// They are kept for weeks; nobody counts the hours.
    static let every = Duration.seconds(3600)

    func run() async throws(StoreFailure) {
        while !Task.isCancelled {
            let wait = try await expire()
            do { try await world.sleep(wait) } catch { return }
        }
    }

    /// Answers how long nothing has to be done.
    func expire() async throws(StoreFailure) -> Duration {
        do throws(StoreFailure) {
            let now = world.now()
            let gone = try await store.expireQuarantined(
                lookedBefore: now.addingTimeInterval(-Desk.Limits.quarantineKept.seconds),
                limit: Desk.Limits.quarantineExpiries, now: now)
            return gone < Desk.Limits.quarantineExpiries ? Self.every : .zero
        } catch {
            guard error.isTransient else { throw error }
            log(.storeReadOnly(reason: error.word))
            return Self.every
        }
    }
}
