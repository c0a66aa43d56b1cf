import Desk
package import Foundation

/// The decision on the scope; `decided` is false while nobody has made one.
package struct APIScope: Codable, Sendable, Equatable {
    package var decided: Bool
    @OrNull package var outcome: String?
    @OrNull package var applies: Bool?
    @OrNull package var at: Date?
    @OrNull package var by: String?
    @OrNull package var reasons: String?
    @OrNull package var review: String?
    @OrNull package var edition: String?
    package var yes: [String]
    package var signs: [String]
    @OrNull package var representative: String?
    package var followUps: [String]

    init(_ dated: Dated<ScopeDecision>?, zone: TimeZone) {
        let decision = dated?.statement
        decided = dated != nil
        outcome = decision?.outcome.rawValue
        applies = decision?.applies
        at = dated?.at
        by = dated?.author
        reasons = decision?.reasons
        review = dated.map { $0.statement.review(decided: CalendarDay($0.at, in: zone)).text }
        edition = decision?.edition
        yes = ScopeQuestion.allCases.filter { decision?.answers[keyPath: $0.answer] ?? false }.map(\.rawValue)
        signs = decision?.answers.signs.map(\.rawValue) ?? []
        representative = decision.flatMap { $0.answers.representative.isEmpty ? nil : $0.answers.representative }
        followUps = decision?.followUps ?? []
    }
}
