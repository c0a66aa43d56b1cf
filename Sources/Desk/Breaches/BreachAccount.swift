package import Foundation

/// Everything that is known about a breach so far. It grows while the clock runs (Art. 33(4)).
package struct BreachAccount: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case confidentiality, integrity, availability
    }

    package enum Cause: String, Sendable, CaseIterable, Codable {
        case misdirected
        case attack
        case insider
        case loss
        case theft
        case malfunction
        case other
    }

    /// By the language's code.
    package var words: [String: BreachWords]
    package var cause: Cause?
    package var startedAt: Date?
    package var endedAt: Date?
    package var subjectCategories: String?
    package var dataCategories: String?
    /// Encryption, and whether its keys are safe.
    package var protection: String?
    package var processors: String?
    package var countries: String?
    package var authorities: String?
    /// Of what lies elsewhere than in this desk; added to what is counted here.
    package var otherPeople: Int
    package var otherRecords: Int

    package init(
        words: [String: BreachWords] = [:], cause: Cause? = nil, startedAt: Date? = nil, endedAt: Date? = nil,
        subjectCategories: String? = nil, dataCategories: String? = nil, protection: String? = nil,
        processors: String? = nil, countries: String? = nil, authorities: String? = nil, otherPeople: Int = 0,
        otherRecords: Int = 0
    ) {
        self.words = words
        self.cause = cause
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.subjectCategories = subjectCategories
        self.dataCategories = dataCategories
        self.protection = protection
        self.processors = processors
        self.countries = countries
        self.authorities = authorities
        self.otherPeople = otherPeople
        self.otherRecords = otherRecords
    }

    package func words(in language: Language) -> BreachWords? { words[language.rawValue] }

    /// The words in this language, or the first whole ones there are.
    package func bestWords(for language: Language) -> BreachWords {
        let ordered = [language] + Language.allCases.filter { $0 != language }
        return ordered.compactMap { words(in: $0) }.first(where: \.isWhole) ?? words(in: language) ?? BreachWords()
    }

    package func validate() throws(DeskRefusal) {
        for (language, words) in words {
            guard Language(rawValue: language) != nil else {
                throw .invalid(field: "words", expected: Language.allCases.map(\.rawValue).joined(separator: ", "))
            }
            for text in words.texts where text.utf8.count > Limits.breachTextBytes {
                throw .invalid(field: "words", expected: "texts of at most \(Limits.breachTextBytes) bytes each")
            }
        }
        let short = [subjectCategories, dataCategories, protection, processors, countries, authorities]
        for text in short.compactMap({ $0 }) where text.utf8.count > Limits.breachTextBytes {
            throw .invalid(field: "account", expected: "texts of at most \(Limits.breachTextBytes) bytes each")
        }
        guard (0...Limits.breachCount).contains(otherPeople), (0...Limits.breachCount).contains(otherRecords) else {
            throw .invalid(field: "otherPeople, otherRecords", expected: "numbers from 0 to \(Limits.breachCount)")
        }
        if let startedAt, let endedAt, endedAt < startedAt {
            throw .invalid(field: "endedAt", expected: "a time after startedAt")
        }
    }
}
