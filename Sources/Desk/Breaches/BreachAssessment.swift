package import Foundation

/// What a human decided about the risk, why, and by which score, if one was made. Kept also when nobody is notified
/// (Art. 33(5)).
package struct BreachAssessment: Sendable, Equatable, Codable {
    package enum Risk: String, Sendable, CaseIterable, Codable {
        /// Unlikely to result in a risk: the register alone (Art. 33(1)).
        case none
        /// The authority is notified.
        case risk
        /// The people are told as well (Art. 34(1)).
        case high

        package var needsAuthority: Bool { self != .none }
        package var needsPeople: Bool { self == .high }
    }

    package var risk: Risk
    package var reasons: String
    package var score: BreachScore?
    package var at: Date
    package var by: String

    package init(risk: Risk, reasons: String, score: BreachScore?, at: Date, by: String) {
        self.risk = risk
        self.reasons = reasons
        self.score = score
        self.at = at
        self.by = by
    }
}
