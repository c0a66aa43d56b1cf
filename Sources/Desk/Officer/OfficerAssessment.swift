/// Whether a data protection officer is needed, by Art. 37(1) and the law of the country, as somebody decided it. Pure.
package struct OfficerAssessment: RegisterStatement {
    package static let register = Register.officerNeed

    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case required
        /// Nobody has to, and one is there: all duties of Art. 37 to 39 are the same (WP 243 rev.01, 2.1).
        case voluntary
        case notRequired = "not-required"
    }

    /// The profile of the law it was decided under.
    package let law: String
    package let country: String
    package let yes: [OfficerQuestion]
    /// How many are constantly busy with automated processing of personal data, everybody counted.
    package let persons: Int
    package let reasons: String
    /// Who answers questions about personal data where there is no officer, with an address; empty otherwise.
    package let contact: String
    /// The articles that make one necessary.
    package let grounds: [String]
    package let outcome: Outcome

    package init(
        yes: [OfficerQuestion], persons: Int, country: String, isVoluntary: Bool, contact: String, reasons: String,
        law: LawProfile = .current
    ) {
        self.law = law.name
        self.country = country.uppercased()
        self.yes = OfficerQuestion.allCases.filter(yes.contains)
        self.persons = persons
        self.reasons = reasons
        self.contact = contact
        var grounds = self.yes.compactMap(\.article)
        // Art. 37(4): national law may ask for one in further cases.
        if let national = law.officer.national(of: country) {
            let counts = national.personsFrom.map { persons >= $0 } ?? false
            if counts || national.whateverTheNumber.contains(where: yes.contains) { grounds.append(national.article) }
        }
        self.grounds = grounds
        outcome = !grounds.isEmpty ? .required : isVoluntary ? .voluntary : .notRequired
    }

    package func validate() throws(DeskRefusal) {
        guard reasons.contains(where: \.isLetter), reasons.utf8.count <= Limits.registerTextBytes else {
            throw .invalid(field: "reasons", expected: "your reasons, in at most \(Limits.registerTextBytes) bytes")
        }
        guard (0...Limits.officerPersons).contains(persons) else {
            throw .invalid(field: "persons", expected: "a number from 0 to \(Limits.officerPersons)")
        }
        guard contact.isOneLine, contact.utf8.count <= Limits.registerLineBytes else {
            throw .invalid(field: "contact", expected: "one line of at most \(Limits.registerLineBytes) bytes")
        }
        if outcome == .notRequired, !contact.contains(where: \.isLetter) {
            throw .invalid(field: "contact", expected: "who answers for data protection, since no officer is needed")
        }
    }

    package func review(decided day: CalendarDay) -> CalendarDay {
        day.adding(months: LawProfile.current.officer.reviewMonths)
    }
}
