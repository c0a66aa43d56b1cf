package import Desk
package import Foundation

/// What the checks came to, and figures as a test arranges them.
extension FakeDeskStore {
    package func complianceFigures(now: Date) async throws(StoreFailure) -> ComplianceFigures {
        try read { $0.compliance.figures }
    }

    package func complianceStanding() async throws(StoreFailure) -> [ComplianceStanding] {
        try read { $0.compliance.standing }
    }

    package func keep(_ report: ComplianceReport, by author: Principal) async throws(StoreFailure) {
        try write { state in
            state.compliance.standing = report.standing
            state.compliance.figures.checkedAt = report.at
            let failed = report.standing.filter { $0.outcome == .fail }
            state.figures.failingChecks = failed.count {
                report.at.timeIntervalSince($0.since) < Limits.complianceNews.seconds
            }
            state.note(
                .complianceChecked(digest: report.digest, failed: failed.count, warned: report.count(.warn)),
                by: author, at: report.at)
        }
    }

    package func goRound(under settings: DeskSettings, now: Date) async throws(StoreFailure) -> RoundTrip {
        try write { state in
            let trip = RoundTrip(at: now, failedAt: state.compliance.failingStep)
            state.compliance.figures.roundTrip = trip
            state.note(.complianceWentRound(failedStep: trip.failedAt?.rawValue ?? 0), by: .daemon, at: now)
            return trip
        }
    }
}

package struct FakeCompliance: Sendable, Equatable {
    package var figures = ComplianceFigures()
    package var standing: [ComplianceStanding] = []
    /// Where the next round trip fails.
    package var failingStep: RoundTrip.Step?
}
