import Desk
import Foundation

/// Carries a rotation of people's wrapping keys to its end, a batch at a time, also one that a dead run began.
struct RotationLoop: Sendable {
    let store: any OperatorStore
    let world: World
    let log: Log

    /// How soon it notices that one began: whoever asked for it is watching.
    static let idle = Duration.seconds(1)
    /// Between two batches, so that mail is let in between.
    static let pause = Duration.milliseconds(5)
    static let retry = Duration.seconds(60)

    func run() async throws(StoreFailure) {
        while !Task.isCancelled {
            let wait = try await step()
            do { try await world.sleep(wait) } catch { return }
        }
    }

    private func step() async throws(StoreFailure) -> Duration {
        do throws(StoreFailure) {
            switch try await store.continueKeyRotation() {
            case .idle: return Self.idle
            case .goesOn: return Self.pause
            case .finished(let epoch):
                log(.keysRotated(epoch: epoch))
                return Self.idle
            }
        } catch .busy {
            // A person came in under the older key at the last moment: that key is wrapped anew first.
            return Self.pause
        } catch {
            if error == .ioFailed { throw error }
            log(.keyRotationFailed(reason: error.word))
            return Self.retry
        }
    }
}
