import Desk
package import Foundation

/// What is known of a breach.
package struct APIBreachAccount: Codable, Sendable, Equatable {
    /// By the language's code.
    package var words: [String: APIBreachWords]
    @OrNull package var cause: String?
    @OrNull package var startedAt: Date?
    @OrNull package var endedAt: Date?
    @OrNull package var subjectCategories: String?
    @OrNull package var dataCategories: String?
    @OrNull package var protection: String?
    @OrNull package var processors: String?
    @OrNull package var countries: String?
    @OrNull package var authorities: String?

    init(_ account: BreachAccount) {
        words = account.words.mapValues { APIBreachWords($0) }
        cause = account.cause?.rawValue
        startedAt = account.startedAt
        endedAt = account.endedAt
        subjectCategories = account.subjectCategories
        dataCategories = account.dataCategories
        protection = account.protection
        processors = account.processors
        countries = account.countries
        authorities = account.authorities
    }
}

package struct APIBreachWords: Codable, Sendable, Equatable {
    package var nature: String
    package var consequences: String
    package var measures: String
    package var advice: String

    init(_ words: BreachWords) {
        nature = words.nature
        consequences = words.consequences
        measures = words.measures
        advice = words.advice
    }
}

package struct APIBreachAssessment: Codable, Sendable, Equatable {
    package var risk: String
    package var reasons: String
    /// ENISA's score and level, when one was made: `2.75`, `medium`.
    @OrNull package var score: String?
    @OrNull package var level: String?
    package var at: Date
    package var by: String

    init(_ assessment: BreachAssessment) {
        risk = assessment.risk.rawValue
        reasons = assessment.reasons
        score = assessment.score?.text
        level = assessment.score?.level().rawValue
        at = assessment.at
        by = assessment.by
    }
}

package struct APIBreachFiling: Codable, Sendable, Equatable {
    package var recipient: String
    package var via: String
    package var stage: String
    package var reference: String
    package var at: Date
    @OrNull package var lateReasons: String?
    package var recordedAt: Date
    package var by: String

    init(_ filing: BreachFiling) {
        recipient = filing.recipient.rawValue
        via = filing.way.rawValue
        stage = filing.stage.rawValue
        reference = filing.reference
        at = filing.at
        lateReasons = filing.lateReasons
        recordedAt = filing.recordedAt
        by = filing.by
    }
}

package struct APIBreachCommunication: Codable, Sendable, Equatable {
    package var means: String
    @OrNull package var ground: String?
    @OrNull package var article: String?
    @OrNull package var reasons: String?
    @OrNull package var place: String?
    package var at: Date
    package var by: String

    init(_ communication: BreachCommunication) {
        means = communication.means.rawValue
        ground = communication.ground?.rawValue
        article = communication.ground.map { LawProfile.current.breach.article(of: $0) }
        reasons = communication.reasons
        place = communication.place
        at = communication.at
        by = communication.by
    }
}
