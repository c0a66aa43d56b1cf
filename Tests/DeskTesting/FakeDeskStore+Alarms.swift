package import Desk
package import Foundation

/// The book of alarms, and figures a test puts in place.
extension FakeDeskStore {
    package func alarms() async throws(StoreFailure) -> [Alarm] {
        try read { $0.alarms }
    }

    package func keep(_ alarms: [Alarm]) async throws(StoreFailure) {
        try write { $0.alarms = alarms }
    }

    package func alarmFigures(now: Date) async throws(StoreFailure) -> AlarmFigures {
        try read { state in
            var figures = state.figures
            for mail in state.quarantined where mail.lookedAt == nil {
                figures.quarantined[mail.mailbox, default: 0] += 1
            }
            for backup in state.backups where backup.isVerified {
                figures.lastBackups[backup.set] = max(backup.at, figures.lastBackups[backup.set] ?? backup.at)
            }
            figures.deadlines = state.requests.values.filter(\.isOpen).map { request in
                RightsDeadline(id: request.id, clock: request.clock, isSuspended: request.state == .suspended)
            }
            figures.breachCandidates = state.candidates.count { $0.decision == nil }
            for breach in state.breaches.values where breach.isClockRunning && !breach.isDrill {
                figures.breachClocks.append(breach.awareAt)
            }
            return figures
        }
    }

    package func noticeMutes(_ hashes: [[UInt8]]) async throws(StoreFailure) -> [[UInt8]: Date] {
        try read { state in
            let mutes = state.suppressions.filter { hashes.contains($0.hash) && $0.scope.contains(.notices) }
            return Dictionary(mutes.map { ($0.hash, $0.at) }) { first, _ in first }
        }
    }
}
