import Desk
import Synchronization

/// `/readyz`: able to work, or the words that say why not, from the book of alarms. No data.
///
/// Everybody may ask and asking reads the store, so an answer serves for a moment.
final class HealthEndpoint: Sendable {
    private struct Kept {
        var readiness: Readiness
        var at: Duration
    }

    private let desk: Helpdesk
    private let kept = Mutex<Kept?>(nil)

    init(desk: Helpdesk) {
        self.desk = desk
    }

    func ready() async -> WebResponse {
        let readiness = await readiness()
        let word = readiness.isReady ? "ready" : "not ready"
        let text = ([word] + readiness.problems + readiness.remarks).joined(separator: "\n") + "\n"
        guard !readiness.isReady else { return .text(200, text) }
        return .text(503, text).with("Retry-After", "\(Limits.retryWhenBusy)")
    }

    private func readiness() async -> Readiness {
        let now = desk.world.monotonic()
        if let kept = kept.withLock({ $0 }), now - kept.at < Limits.readinessKept { return kept.readiness }
        let readiness = await desk.readiness()
        kept.withLock { $0 = Kept(readiness: readiness, at: now) }
        return readiness
    }
}
