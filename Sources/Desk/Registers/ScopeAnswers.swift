/// What an organisation says of itself, so that Art. 2 and 3 can be decided. Every answer is a no until it is given.
package struct ScopeAnswers: Codable, Sendable, Equatable {
    /// Signs that goods or services are offered to people in the Union (recital 23; EDPB Guidelines 3/2018).
    package enum Sign: String, Codable, Sendable, CaseIterable {
        case memberStateNamed = "member-state-named"
        case advertising
        case internationalActivity = "international-activity"
        case unionAddress = "union-address"
        case unionDomain = "union-domain"
        case directions
        case customersMentioned = "customers-mentioned"
        case languageOrCurrency = "language-or-currency"
        case delivery
    }

    /// Art. 2(2)(c), 2(3), 2(2)(d): three kinds of processing that other law, or none, governs.
    package var isHousehold = false
    package var isUnionInstitution = false
    package var isLawEnforcement = false
    /// Runs the desk for others (Art. 4(8)).
    package var isProcessor = false
    /// Effective and real activity through stable arrangements in the Union (recital 22), not a mere website.
    package var isEstablished = false
    package var worksInContextOfEstablishment = false
    /// Whether people are in the Union when they are offered something or watched. Not where they live, nor whose
    /// citizens they are.
    package var hasPeopleInUnion = false
    package var signs: [Sign] = []
    /// A human's decision on the signs: mere accessibility is not enough.
    package var offersToUnion = false
    package var monitorsBehaviour = false
    /// A Member State's law applies by public international law: an embassy, a ship (Art. 3(3)).
    package var underInternationalLaw = false
    /// The three conditions of Art. 27(2)(a), and (b).
    package var isOccasional = false
    package var hasLargeScaleSpecialData = false
    package var isUnlikelyToRisk = false
    package var isPublicAuthority = false
    /// Name and address of the representative in the Union; empty while there is none.
    package var representative = ""

    package init() {}
}
