import Foundation
import ServiceLifecycle
import UnixSignals

/// Takes a new configuration at SIGHUP: whole, or not at all.
struct ReloadService: Service {
    let reload: @Sendable () async -> Void

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() {
            await reload()
        }
    }
}
