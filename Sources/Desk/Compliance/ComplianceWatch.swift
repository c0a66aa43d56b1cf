import Foundation

/// Runs the checks once a day and the round trip once a week while the daemon lives. What begins to fail raises an
/// alarm (`AlarmKind.checkFailing`) by what the store keeps.
package struct ComplianceWatch: Sendable {
    package enum Observation: Sendable, Equatable {
        /// How many fail, and the ids of those that did not before.
        case checked(failing: Int, began: [String])
        case wentRound(failedAt: RoundTrip.Step?)
        case storeFailed(StoreFailure)
    }

    private let desk: Helpdesk
    private let report: @Sendable (Observation) -> Void

    package init(desk: Helpdesk, report: @escaping @Sendable (Observation) -> Void = { _ in }) {
        self.desk = desk
        self.report = report
    }

    /// Until the task is cancelled. The first look waits: a daemon that has just begun has not read its mailboxes yet.
    package func watch() async {
        while !Task.isCancelled {
            // Being cancelled is how the watch ends.
            do { try await desk.world.sleep(Limits.complianceLook) } catch { return }
            await round()
        }
    }

    /// What is due by now.
    package func round() async {
        do throws(DeskRefusal) {
            let now = desk.world.now()
            let figures = try await desk.storage { () async throws(StoreFailure) -> ComplianceFigures in
                try await desk.store.complianceFigures(now: now)
            }
            if isDue(figures.roundTrip?.at, every: Limits.roundTripEvery, now: now) {
                let trip = try await desk.goRound(as: .daemon)
                report(.wentRound(failedAt: trip.failedAt))
            }
            guard isDue(figures.checkedAt, every: Limits.complianceEvery, now: now) else { return }
            let made = try await desk.checkCompliance(as: .daemon)
            report(.checked(failing: made.count(.fail), began: made.began.map(\.id)))
        } catch {
            // It has an alarm of its own; the next look tries again.
            if case .storage(let failure) = error { report(.storeFailed(failure)) }
        }
    }

    /// A clock that was put back keeps nothing from being looked at.
    private func isDue(_ last: Date?, every: Duration, now: Date) -> Bool {
        last.map { abs(now.timeIntervalSince($0)) >= every.seconds } ?? true
    }
}
