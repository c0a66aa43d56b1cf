import Desk
package import Foundation

/// What the checks came to, and what the law threatens at most for each that fails.
package struct APICompliance: Codable, Sendable, Equatable {
    package struct Check: Codable, Sendable, Equatable {
        package var id: String
        package var title: String
        package var article: String
        /// "83(4)", "83(5)" or "none".
        package var tier: String
        package var outcome: String
        package var evidence: String
        @OrNull package var remedy: String?
        package var since: Date
        /// In euro: the statutory maximum of its tier, when it fails and the turnover was given.
        @OrNull package var ceiling: Int64?
    }

    package struct Gap: Codable, Sendable, Equatable {
        package var id: String
        package var title: String
        package var reason: String
    }

    package var about: String
    package var at: Date
    package var service: String
    package var passed: Int
    package var warned: Int
    package var failed: Int
    package var checks: [Check]
    package var notChecked: [Gap]
    @OrNull package var turnover: Int64?
    package var sha256: String

    init(_ report: ComplianceReport, ceiling: FineCeiling?) {
        about = Self.about
        at = report.at
        service = report.serviceName
        passed = report.count(.pass)
        warned = report.count(.warn)
        failed = report.count(.fail)
        checks = report.rows.map { row in
            Check(
                id: row.id, title: row.title, article: row.articles, tier: row.tier.rawValue,
                outcome: row.outcome.rawValue, evidence: row.evidence, remedy: row.remedy.isEmpty ? nil : row.remedy,
                since: row.since, ceiling: row.outcome == .fail ? ceiling?.amount(of: row.tier) : nil)
        }
        notChecked = report.gaps.map { Gap(id: $0.id, title: $0.title, reason: $0.reason) }
        turnover = ceiling?.turnover
        sha256 = report.digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    static let about =
        "Evidence of measures, as this program could see them at this moment. It judges no lawfulness, and a ceiling "
        + "is the maximum of Art. 83(4) or (5) GDPR, whichever is higher of amount and turnover: no estimate of a fine."
}

/// How a made-up person went round.
package struct APIRoundTrip: Codable, Sendable, Equatable {
    package var at: Date
    /// nil when every step went well.
    @OrNull package var failedAt: String?

    init(_ trip: RoundTrip) {
        at = trip.at
        failedAt = trip.failedAt?.words
    }
}
