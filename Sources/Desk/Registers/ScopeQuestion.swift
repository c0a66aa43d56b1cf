/// The questions of the scope, in the order of Art. 2, 3 and 27. Their codes are the options of the command.
package enum ScopeQuestion: String, Sendable, CaseIterable {
    case household
    case unionInstitution = "union-institution"
    case lawEnforcement = "law-enforcement"
    case processor
    case established
    case inContext = "in-context"
    case peopleInUnion = "people-in-union"
    case offers
    case monitors
    case internationalLaw = "international-law"
    case publicAuthority = "public-authority"
    case occasional
    case specialData = "special-data"
    case unlikelyRisk = "unlikely-risk"

    package var answer: WritableKeyPath<ScopeAnswers, Bool> {
        switch self {
        case .household: \.isHousehold
        case .unionInstitution: \.isUnionInstitution
        case .lawEnforcement: \.isLawEnforcement
        case .processor: \.isProcessor
        case .established: \.isEstablished
        case .inContext: \.worksInContextOfEstablishment
        case .peopleInUnion: \.hasPeopleInUnion
        case .offers: \.offersToUnion
        case .monitors: \.monitorsBehaviour
        case .internationalLaw: \.underInternationalLaw
        case .publicAuthority: \.isPublicAuthority
        case .occasional: \.isOccasional
        case .specialData: \.hasLargeScaleSpecialData
        case .unlikelyRisk: \.isUnlikelyToRisk
        }
    }

    package var words: String {
        switch self {
        case .household: "Is this purely personal or household activity of a natural person? (Art. 2(2)(c))"
        case .unionInstitution: "Are you an institution or body of the Union? (Art. 2(3))"
        case .lawEnforcement: "Do you process as an authority that prevents or prosecutes crime? (Art. 2(2)(d))"
        case .processor: "Do you run this desk for another organisation, by its instructions? (Art. 4(8))"
        case .established:
            """
            Do you have an establishment in the Union: real activity through stable arrangements, not just a \
            website? (Art. 3(1))
            """
        case .inContext: "Is the desk run in the context of that establishment's activities? (Art. 3(1))"
        case .peopleInUnion:
            """
            Are people in the Union when they are offered something or watched, wherever they live? (Art. 3(2))
            """
        case .offers: "Do you offer goods or services, paid or free, to people in the Union? (Art. 3(2)(a))"
        case .monitors: "Do you monitor behaviour that takes place in the Union? (Art. 3(2)(b))"
        case .internationalLaw: "Does a Member State's law apply to you by public international law? (Art. 3(3))"
        case .publicAuthority: "Are you a public authority or body? (Art. 27(2)(b))"
        case .occasional: "Is the processing only occasional? A support mailbox hardly is. (Art. 27(2)(a))"
        case .specialData: "Are special categories or criminal data processed on a large scale? (Art. 9, 10)"
        case .unlikelyRisk: "Is the processing unlikely to be a risk to people? (Art. 27(2)(a))"
        }
    }

    /// Whether the answers so far make the question worth asking.
    package func matters(after answers: ScopeAnswers) -> Bool {
        if answers.isHousehold || answers.isUnionInstitution || answers.isLawEnforcement { return false }
        let applies = ScopeDecision(answers, reasons: "").outcome
        switch self {
        case .household, .unionInstitution, .lawEnforcement, .processor, .established: return true
        case .inContext: return answers.isEstablished
        case .peopleInUnion: return applies != .establishment
        case .offers, .monitors: return applies != .establishment && answers.hasPeopleInUnion
        case .internationalLaw: return applies == .notApplicable
        case .publicAuthority, .occasional, .specialData, .unlikelyRisk:
            return applies == .offering || applies == .monitoring
        }
    }
}
