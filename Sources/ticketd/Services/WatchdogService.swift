import Desk
import Foundation
import ServiceLifecycle
import Vault

/// Feeds systemd's watchdog, but only after the store answered and the loops are there: a hung daemon is restarted.
///
/// It also keeps the gauges of the metrics and the status line fresh, and lets unwrapped keys go.
struct WatchdogService: Service {
    let desk: Helpdesk
    let notify: SystemdNotify
    let metrics: MetricsRegistry
    let stateDirectory: String

    static let interval = Duration.seconds(15)

    func run() async throws {
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    await look()
                    let wait = min(notify.watchdogInterval ?? Self.interval, Self.interval)
                    do { try await desk.world.sleep(wait) } catch { return }
                }
            }
        } onGracefulShutdown: {
            notify.stopping()
        }
    }

    private func look() async {
        desk.keys.forgetUnusedKeys(now: desk.world.monotonic())
        do throws(StoreFailure) {
            let health = try await desk.store.verifyHealth()
            metrics.set(.storeIntegrity, to: health.synchronous == 2 ? 1 : 0)
            let counts = try await desk.store.outboxCounts()
            for state in DeliveryState.allCases {
                metrics.set(.outboxMessages, [PublicWord(state)], to: Double(counts[state] ?? 0))
            }
            let now = desk.world.now()
            let oldest = try await desk.store.alarmFigures(now: now).oldestWaiting.values.min()
            metrics.set(.outboxOldest, to: oldest.map { max(0, now.timeIntervalSince($0).rounded(.down)) } ?? 0)
            let quarantine = try await desk.store.quarantine()
            metrics.set(.quarantineWaiting, to: Double(quarantine.count))
            metrics.set(.quarantineUnseen, to: Double(quarantine.count { $0.lookedAt == nil }))
            notify.alive()
        } catch {
            // No food for the watchdog: a store that does not answer is exactly what it watches for. A full disk is
            // not.
            if error.isTransient { notify.alive() }
            metrics.set(.storeIntegrity, to: 0)
        }
        let coverage = await desk.store.searchCoverage()
        metrics.set(.searchBytes, to: Double(coverage.bytes))
        metrics.set(.searchComplete, to: coverage.isComplete ? 1 : 0)
        for profile in desk.settings.value.mailboxes {
            guard let name = PlainName(profile.name.value),
                let last = desk.board.entry(of: profile.name).lastSuccessAt
            else { continue }
            metrics.set(.imapLastSuccess, [PublicWord(name)], to: last.timeIntervalSince1970.rounded(.down))
        }
        for (mailbox, status) in desk.signIns.statuses {
            guard let name = PlainName(mailbox.value) else { continue }
            if let end = status.tokenEndsAt {
                metrics.set(.tokenEnd, [PublicWord(name)], to: end.timeIntervalSince1970.rounded(.down))
            } else {
                metrics.remove(.tokenEnd, [PublicWord(name)])
            }
        }
        if let free = DiskSpace.free(at: stateDirectory) { metrics.set(.storeFree, to: Double(free)) }
    }
}
