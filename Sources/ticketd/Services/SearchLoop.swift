import Desk
import Foundation

/// Fills what is searched, newest first and in short pieces, and keeps it as the desk is.
struct SearchLoop: Sendable {
    let store: any SearchStore
    let world: World
    let log: Log

    /// How soon it takes up what changed; a search does so at once.
    static let idle = Duration.seconds(1)
    /// Between two pieces, so that mail and people are let in between.
    static let pause = Duration.milliseconds(2)
    static let off = Duration.seconds(3_600)

    func run() async throws(StoreFailure) {
        let begun = world.monotonic()
        while !Task.isCancelled {
            let wait = try await step(begun)
            do { try await world.sleep(wait) } catch { return }
        }
    }

    private func step(_ begun: Duration) async throws(StoreFailure) -> Duration {
        do throws(StoreFailure) {
            switch try await store.continueSearch(at: world.monotonic()) {
            case .off: return Self.off
            case .idle: return Self.idle
            case .goesOn: return Self.pause
            case .filled(let figures):
                log(.searchFilled(figures, took: world.monotonic() - begun))
                return Self.pause
            }
        } catch {
            if error == .ioFailed { throw error }
            log(.searchFailed(reason: error.word))
            return RotationLoop.retry
        }
    }
}
