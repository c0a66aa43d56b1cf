package import Foundation
import Vault

/// What all checks came to at one moment: evidence of measures, for whoever answers for the desk. It judges no
/// lawfulness: a desk where every check passes can still infringe, and one where a check fails may have its reasons.
package struct ComplianceReport: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        package var id: String
        package var title: String
        package var articles: String
        package var tier: ComplianceCheck.Tier
        package var outcome: ComplianceCheck.Outcome
        package var evidence: String
        /// Empty when there is nothing to mend.
        package var remedy: String
        package var since: Date
        /// What the last look came to; nil when there was none.
        package var before: ComplianceCheck.Outcome?

        /// It fails, and did not at the last look.
        package var beganToFail: Bool { outcome == .fail && before != .fail }
    }

    package let at: Date
    package let serviceName: String
    package let rows: [Row]
    package let gaps: [ComplianceGap]

    package init(
        _ sights: ComplianceSights, standing: [ComplianceStanding], checks: [ComplianceCheck] = ComplianceCheck.all
    ) {
        at = sights.now
        serviceName = sights.settings.serviceName
        gaps = ComplianceGap.all
        let known = Dictionary(standing.map { ($0.check, $0) }) { first, _ in first }
        rows = checks.map { check in
            let verdict = check.look(sights)
            let before = known[check.id]
            return Row(
                id: check.id, title: check.title, articles: check.articles, tier: check.tier,
                outcome: verdict.outcome, evidence: verdict.evidence,
                remedy: verdict.outcome == .fail || verdict.outcome == .warn ? check.remedy : "",
                since: before.flatMap { $0.outcome == verdict.outcome ? $0.since : nil } ?? sights.now,
                before: before?.outcome)
        }
    }

    package func count(_ outcome: ComplianceCheck.Outcome) -> Int { rows.count { $0.outcome == outcome } }
    package var hasFailed: Bool { count(.fail) > 0 }
    package var began: [Row] { rows.filter(\.beganToFail) }

    package var standing: [ComplianceStanding] {
        rows.map { ComplianceStanding(check: $0.id, outcome: $0.outcome, since: $0.since) }
    }

    /// SHA-256 of every row, as the audit log keeps it.
    package var digest: [UInt8] {
        let lines = rows.map { row in
            [row.id, row.outcome.rawValue, row.evidence, MinuteText.of(row.since)].joined(separator: "\t")
        }
        return Digest.sha256(Array(lines.joined(separator: "\n").utf8))
    }
}
