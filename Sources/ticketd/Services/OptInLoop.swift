import Desk
import Foundation

/// Sends the links of double opt-in and forgets the wishes whose time is over.
struct OptInLoop: Sendable {
    let desk: Helpdesk
    let log: Log

    /// Between two looks: one indexed look-up, and a person waits at the screen.
    static let every = Duration.seconds(2)
    /// They are kept for a week; nobody counts the minutes.
    static let expiresEvery = Duration.seconds(600)

    func run() async throws(StoreFailure) {
        var nextExpiry = Duration.zero
        while !Task.isCancelled {
            var wait = Self.every
            do throws(StoreFailure) {
                if try await desk.sendOptIns() { wait = .zero }
                let now = desk.world.monotonic()
                if nextExpiry <= now {
                    let gone = try await desk.store.expireOptIns(
                        now: desk.world.now(), limit: Desk.Limits.optInsTogether)
                    if gone < Desk.Limits.optInsTogether { nextExpiry = now + Self.expiresEvery }
                }
            } catch {
                guard error.isTransient else { throw error }
                log(.storeReadOnly(reason: error.word))
                wait = Self.expiresEvery / 20
            }
            do { try await desk.world.sleep(wait) } catch { return }
        }
    }
}
