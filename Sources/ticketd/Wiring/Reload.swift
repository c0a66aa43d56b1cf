import Desk
import Foundation
import Synchronization

/// A reload: read, validate, compare, then take all of it or nothing.
final class Reload: Sendable {
    private let daemon: Daemon
    private let desk: Helpdesk
    private let generations: Generations
    private let current: Mutex<LoadedConfiguration>

    init(daemon: Daemon, desk: Helpdesk, generations: Generations, current: LoadedConfiguration) {
        self.daemon = daemon
        self.desk = desk
        self.generations = generations
        self.current = Mutex(current)
    }

    @Sendable func take() async {
        daemon.notify.reloading()
        let (log, metrics) = (daemon.log, daemon.metrics)
        let old = current.withLock { $0 }
        do throws(OperatorError) {
            let new = try LoadedConfiguration.load(path: old.path)
            switch ConfigurationDifference(from: old.configuration, to: new.configuration).verdict {
            case .unchanged:
                // A password file may have been corrected: every connection is made anew.
                try await take(new, changes: 0)
            case .restart(let changes):
                log(.reloadNeedsRestart(settings: changes.count))
                metrics.set(.reloadSuccess, to: 0)
            case .apply(let changes):
                try await take(new, changes: changes.count)
            }
        } catch {
            log(.reloadRefused(problems: 1))
            metrics.set(.reloadSuccess, to: 0)
        }
        daemon.notify.ready(
            .started(version: Version.literal, mailboxes: current.withLock { $0.configuration.mailboxes.count }))
    }

    private func take(_ new: LoadedConfiguration, changes: Int) async throws(OperatorError) {
        let settings = try DeskSettings(new)
        let loops = try await daemon.loops(of: new, desk: desk)
        desk.settings.replace(by: settings)
        generations.replace(by: loops)
        current.withLock { $0 = new }
        daemon.log(.reloaded(changes: changes))
        daemon.metrics.set(.reloadSuccess, to: 1)
        await noteReload(changes: changes)
    }

    /// Only root and the user the daemon runs as can send the signal.
    private func noteReload(changes: Int) async {
        do throws(StoreFailure) {
            try await daemon.note(
                .configurationReloaded(changes: changes), by: .operatorOnHost, in: desk.store)
        } catch {
            daemon.log(.storeReadOnly(reason: error.word))
        }
    }
}
