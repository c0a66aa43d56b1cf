import Desk
import Foundation

/// Makes one set's backups when they are due, and removes those kept long enough.
struct BackupLoop: Sendable {
    let set: BackupSet
    let directory: String
    let every: Duration
    let keep: Duration
    let store: any OperatorStore
    let world: World
    let log: Log

    /// A failed backup is tried again soon: the operator hears of it, the mail goes on.
    static let retry = Duration.seconds(300)

    func run() async throws(StoreFailure) {
        while !Task.isCancelled {
            let wait = await makeWhenDue()
            do { try await world.sleep(wait) } catch { return }
        }
    }

    private func makeWhenDue() async -> Duration {
        do throws(StoreFailure) {
            let now = world.now()
            let last = try await store.lastBackups().filter { $0.set == set && $0.isVerified }.map(\.at).max()
            if let last, now.timeIntervalSince(last) < every.seconds {
                return .seconds(max(1, every.seconds - now.timeIntervalSince(last)))
            }
            let began = world.monotonic()
            let record = try await store.backUp(set, to: directory, by: .daemon, now: now)
            try await store.pruneBackups(set, in: directory, keep: keep, now: now)
            log(.backupMade(PublicWord(set), bytes: Int(clamping: record.bytes), took: world.monotonic() - began))
            return every
        } catch {
            log(.backupFailed(PublicWord(set), reason: error.word))
            return Self.retry
        }
    }
}
