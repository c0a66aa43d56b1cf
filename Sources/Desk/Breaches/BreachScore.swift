/// The severity score of ENISA (2013), `SE = DPC × EI + CB`, counted in quarters so that nothing is rounded.
///
/// It is a help for the human who decides and decides nothing.
package struct BreachScore: Sendable, Equatable, Codable {
    package enum Level: String, Sendable, CaseIterable {
        case low, medium, high
        case veryHigh = "very-high"
    }

    /// Data processing context: 1 simple data to 4 sensitive data, after its adjustments.
    package var context: Int
    /// Ease of identification in quarters: 1 negligible to 4 maximum.
    package var identification: Int
    /// Circumstances, each in quarters from 0 to 2.
    package var confidentiality: Int
    package var integrity: Int
    package var availability: Int
    package var isMalicious: Bool

    package init?(
        context: Int, identification: Int, confidentiality: Int = 0, integrity: Int = 0, availability: Int = 0,
        isMalicious: Bool = false
    ) {
        let circumstances = [confidentiality, integrity, availability]
        guard (1...4).contains(context), (1...4).contains(identification),
            circumstances.allSatisfy({ (0...2).contains($0) })
        else { return nil }
        self.context = context
        self.identification = identification
        self.confidentiality = confidentiality
        self.integrity = integrity
        self.availability = availability
        self.isMalicious = isMalicious
    }

    package var quarters: Int {
        context * identification + confidentiality + integrity + availability + (isMalicious ? 2 : 0)
    }

    /// As it is written: `2.75`.
    package var text: String {
        let parts = [".00", ".25", ".50", ".75"]
        return "\(quarters / 4)\(parts[quarters % 4])"
    }

    package func level(by law: BreachLaw = LawProfile.current.breach) -> Level {
        switch quarters {
        case ..<law.score.mediumFrom: .low
        case ..<law.score.highFrom: .medium
        case ..<law.score.veryHighFrom: .high
        default: .veryHigh
        }
    }
}
