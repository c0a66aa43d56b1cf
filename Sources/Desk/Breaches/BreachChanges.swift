package import Foundation

/// What became known of a breach: only what is told changes, so that two who work on it do not undo each other.
package struct BreachChanges: Sendable, Equatable {
    package struct Words: Sendable, Equatable {
        package var nature: String?
        package var consequences: String?
        package var measures: String?
        package var advice: String?

        package init(
            nature: String? = nil, consequences: String? = nil, measures: String? = nil, advice: String? = nil
        ) {
            self.nature = nature
            self.consequences = consequences
            self.measures = measures
            self.advice = advice
        }
    }

    package var kinds: Set<BreachAccount.Kind>?
    package var words: [String: Words] = [:]
    package var cause: BreachAccount.Cause?
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

    package init(kinds: Set<BreachAccount.Kind>? = nil, words: [String: Words] = [:]) {
        self.kinds = kinds
        self.words = words
    }

    func applied(to old: BreachAccount) -> BreachAccount {
        var account = old
        for (language, change) in words {
            var told = account.words[language] ?? BreachWords()
            told.nature = change.nature ?? told.nature
            told.consequences = change.consequences ?? told.consequences
            told.measures = change.measures ?? told.measures
            told.advice = change.advice ?? told.advice
            account.words[language] = told
        }
        account.cause = cause ?? account.cause
        account.startedAt = startedAt ?? account.startedAt
        account.endedAt = endedAt ?? account.endedAt
        account.subjectCategories = subjectCategories ?? account.subjectCategories
        account.dataCategories = dataCategories ?? account.dataCategories
        account.protection = protection ?? account.protection
        account.processors = processors ?? account.processors
        account.countries = countries ?? account.countries
        account.authorities = authorities ?? account.authorities
        account.otherPeople = otherPeople ?? account.otherPeople
        account.otherRecords = otherRecords ?? account.otherRecords
        return account
    }
}
