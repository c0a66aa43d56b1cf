package import Foundation

/// `PATCH /api/v1/breaches/{breach}`: what became known; what is left out stays.
package struct BreachPatchBody: StrictBody {
    package var kinds: [String]?
    /// Of the words beside it; the service's language when left out.
    package var language: String?
    package var nature: String?
    package var consequences: String?
    package var measures: String?
    package var advice: String?
    package var cause: String?
    package var startedAt: Date?
    package var endedAt: Date?
    package var subjectCategories: String?
    package var dataCategories: String?
    package var protection: String?
    package var processors: String?
    package var countries: String?
    package var authorities: String?
    package var otherPeople: Int?
    package var otherRecords: Int?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case kinds, language, nature, consequences, measures, advice, cause, startedAt, endedAt, subjectCategories
        case dataCategories, protection, processors, countries, authorities, otherPeople, otherRecords
    }

    package init() {}

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        kinds = try container.decodeIfPresent([String].self, forKey: .kinds)
        language = try container.decodeIfPresent(String.self, forKey: .language)
        nature = try container.decodeIfPresent(String.self, forKey: .nature)
        consequences = try container.decodeIfPresent(String.self, forKey: .consequences)
        measures = try container.decodeIfPresent(String.self, forKey: .measures)
        advice = try container.decodeIfPresent(String.self, forKey: .advice)
        cause = try container.decodeIfPresent(String.self, forKey: .cause)
        startedAt = try container.decodeIfPresent(Date.self, forKey: .startedAt)
        endedAt = try container.decodeIfPresent(Date.self, forKey: .endedAt)
        subjectCategories = try container.decodeIfPresent(String.self, forKey: .subjectCategories)
        dataCategories = try container.decodeIfPresent(String.self, forKey: .dataCategories)
        protection = try container.decodeIfPresent(String.self, forKey: .protection)
        processors = try container.decodeIfPresent(String.self, forKey: .processors)
        countries = try container.decodeIfPresent(String.self, forKey: .countries)
        authorities = try container.decodeIfPresent(String.self, forKey: .authorities)
        otherPeople = try container.decodeIfPresent(Int.self, forKey: .otherPeople)
        otherRecords = try container.decodeIfPresent(Int.self, forKey: .otherRecords)
    }
}
