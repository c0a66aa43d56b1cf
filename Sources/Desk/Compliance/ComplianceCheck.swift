/// One check of the installation (gdpr.md A17): what is looked at, by which article, and what mends it.
///
/// A check is pure: it judges what `ComplianceSights` holds. What this program cannot see is `ComplianceGap` and no
/// check, so that nothing passes because nobody looked.
package struct ComplianceCheck: Sendable {
    /// How high a fine the law threatens for an infringement (Art. 83). Where both tiers apply it is the higher one.
    package enum Tier: String, Sendable, CaseIterable {
        case lower = "83(4)"
        case higher = "83(5)"
        case none
    }

    package enum Outcome: String, Sendable, CaseIterable {
        case pass
        /// Somebody should look; by itself no infringement.
        case warn
        case fail
        /// The duty does not arise here.
        case notApplicable = "n/a"
        /// It could not be told this time.
        case unknown
    }

    /// What one look came to. The evidence holds counts, dates and names of settings, nothing of a customer (P14).
    package struct Verdict: Sendable, Equatable {
        package var outcome: Outcome
        package var evidence: String
    }

    /// A letter for the group and two digits; it never changes, because "since" is kept by it.
    package let id: String
    package let title: String
    /// `5(2), 24`, without "Art.".
    package let articles: String
    package let tier: Tier
    /// The command or act that mends it.
    package let remedy: String
    package let look: @Sendable (ComplianceSights) -> Verdict

    init(
        _ id: String, _ title: String, _ articles: String, _ tier: Tier, remedy: String,
        look: @escaping @Sendable (ComplianceSights) -> Verdict
    ) {
        self.id = id
        self.title = title
        self.articles = articles
        self.tier = tier
        self.remedy = remedy
        self.look = look
    }

    /// Every check, by groups of A17.
    package static let all: [ComplianceCheck] = [
        governance, lawfulness, minimisation, rights, security, breaches,
    ].flatMap { $0 }
}

extension ComplianceCheck.Verdict {
    static func pass(_ evidence: String) -> Self { Self(outcome: .pass, evidence: evidence) }
    static func warn(_ evidence: String) -> Self { Self(outcome: .warn, evidence: evidence) }
    static func fail(_ evidence: String) -> Self { Self(outcome: .fail, evidence: evidence) }
    static func notApplicable(_ evidence: String) -> Self { Self(outcome: .notApplicable, evidence: evidence) }
    static func unknown(_ evidence: String) -> Self { Self(outcome: .unknown, evidence: evidence) }

    /// Fails when there is something, and names up to a few of it.
    static func none(
        of found: [String], else pass: String, _ outcome: ComplianceCheck.Outcome = .fail
    ) -> Self {
        guard !found.isEmpty else { return .pass(pass) }
        let named = found.prefix(Limits.complianceNamed).joined(separator: "; ")
        let rest = found.count - Limits.complianceNamed
        return Self(outcome: outcome, evidence: rest > 0 ? "\(named); and \(rest) more" : named)
    }

    /// Fails when a count is not zero.
    static func zero(_ count: Int, _ what: String, _ outcome: ComplianceCheck.Outcome = .fail) -> Self {
        Self(outcome: count == 0 ? .pass : outcome, evidence: "\(count) \(what)")
    }
}
