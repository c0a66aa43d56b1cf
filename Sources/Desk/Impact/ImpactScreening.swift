/// Whether an impact assessment is needed (Art. 35), why, and that it was made. Stored also when none is needed.
package struct ImpactScreening: RegisterStatement {
    package static let register = Register.impact

    /// That the assessment was made, and what it came to.
    package struct Assessment: Codable, Sendable, Equatable {
        /// ISO 8601.
        package var on: String
        package var by: String
        /// What the officer advised (Art. 35(2)).
        package var advice: String
        /// What the people or their representatives say, or why nobody asked them (Art. 35(9)).
        package var views: String
        /// A high risk remains in spite of the measures.
        package var isResidualHigh: Bool
        /// The day the authority was consulted (Art. 36), ISO 8601.
        package var consultedOn: String?

        package init(
            on: String, by: String, advice: String, views: String, isResidualHigh: Bool, consultedOn: String?
        ) {
            self.on = on
            self.by = by
            self.advice = advice
            self.views = views
            self.isResidualHigh = isResidualHigh
            self.consultedOn = consultedOn
        }
    }

    package var criteria: [ImpactCriterion]
    /// The authority's list of Art. 35(4) names such processing, or that of Art. 35(5) exempts it.
    package var isListed: Bool
    package var isExempt: Bool
    package var reasons: String
    package var assessment: Assessment?

    package init(
        criteria: [ImpactCriterion], isListed: Bool, isExempt: Bool, reasons: String, assessment: Assessment? = nil
    ) {
        self.criteria = criteria
        self.isListed = isListed
        self.isExempt = isExempt
        self.reasons = reasons
        self.assessment = assessment
    }

    /// Two criteria make a high risk likely (WP 248 rev.01, III.B); a case of the law or of the authority's list alone
    /// does. The authority's exemption takes it away again, but not in a case of Art. 35(3).
    package var needsAssessment: Bool {
        if isNamedByLaw || isListed { return true }
        return criteria.count >= 2 && !isExempt
    }

    /// Art. 35(3)(a), and (b): special data on a large scale.
    private var isNamedByLaw: Bool {
        criteria.contains { $0.article != nil } || (criteria.contains(.sensitive) && criteria.contains(.largeScale))
    }

    package var decision: String {
        let count = "\(criteria.count) of \(ImpactCriterion.allCases.count) criteria"
        if isNamedByLaw { return "An assessment is needed: it is a case of Art. 35(3) (\(count))." }
        if isListed { return "An assessment is needed: the authority's list names it (Art. 35(4); \(count))." }
        if criteria.count >= 2, isExempt { return "None is needed: the authority exempts it (Art. 35(5); \(count))." }
        return needsAssessment
            ? "An assessment is needed: \(count) make a high risk likely."
            : "None is needed by \(count); fewer than two. Ask again when something changes (Art. 35(11))."
    }

    package func validate() throws(DeskRefusal) {
        guard reasons.contains(where: \.isLetter), reasons.utf8.count <= Limits.registerTextBytes else {
            throw .invalid(field: "reasons", expected: "your reasons, in at most \(Limits.registerTextBytes) bytes")
        }
        guard let assessment else { return }
        for (field, text) in [
            ("by", assessment.by), ("advice", assessment.advice), ("views", assessment.views),
        ] {
            guard text.contains(where: \.isLetter), text.utf8.count <= Limits.registerTextBytes else {
                throw .invalid(field: field, expected: "words, in at most \(Limits.registerTextBytes) bytes")
            }
        }
        for (field, day) in [("on", assessment.on), ("consultedOn", assessment.consultedOn)] {
            if let day, CalendarDay(text: day) == nil {
                throw .invalid(field: field, expected: "a day such as 2026-03-05")
            }
        }
    }
}
