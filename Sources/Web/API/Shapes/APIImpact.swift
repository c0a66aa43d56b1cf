import Desk
package import Foundation

/// Whether an impact assessment is needed, and that it was made; `asked` is false while nobody has asked.
package struct APIImpact: Codable, Sendable, Equatable {
    package struct Assessment: Codable, Sendable, Equatable {
        package var on: String
        package var by: String
        package var advice: String
        package var views: String
        package var residualHigh: Bool
        @OrNull package var consultedOn: String?
    }

    package var asked: Bool
    @OrNull package var needed: Bool?
    @OrNull package var decision: String?
    package var yes: [String]
    package var listed: Bool
    package var exempt: Bool
    @OrNull package var reasons: String?
    @OrNull package var at: Date?
    @OrNull package var by: String?
    @OrNull package var assessment: Assessment?

    init(_ dated: Dated<ImpactScreening>?) {
        let screening = dated?.statement
        asked = dated != nil
        needed = screening?.needsAssessment
        decision = screening?.decision
        yes = screening?.criteria.map(\.rawValue) ?? []
        listed = screening?.isListed ?? false
        exempt = screening?.isExempt ?? false
        reasons = screening?.reasons
        at = dated?.at
        by = dated?.author
        assessment = screening?.assessment.map { made in
            Assessment(
                on: made.on, by: made.by, advice: made.advice, views: made.views, residualHigh: made.isResidualHigh,
                consultedOn: made.consultedOn)
        }
    }
}

/// The draft of Art. 35(7).
package struct APIImpactDraft: Codable, Sendable, Equatable {
    package struct Section: Codable, Sendable, Equatable {
        package var article: String
        package var title: String
        package var lines: [String]
    }

    package var title: String
    package var at: Date
    package var decision: String
    package var sections: [Section]

    init(_ draft: ImpactDraft) {
        title = draft.title
        at = draft.at
        decision = draft.decision
        sections = draft.sections.map { Section(article: $0.article, title: $0.title, lines: $0.lines) }
    }
}
