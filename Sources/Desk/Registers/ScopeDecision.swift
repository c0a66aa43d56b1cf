/// Whether the GDPR applies, by Art. 2 and 3 in their order, with what follows. Pure; a help to whoever decides.
package struct ScopeDecision: RegisterStatement {
    package static let register = Register.scope
    /// The edition of the questions; an older decision is asked for anew.
    package static let edition = "2026-11"

    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case outsideHousehold = "outside-household"
        case outsideUnionInstitution = "outside-union-institution"
        case outsideLawEnforcement = "outside-law-enforcement"
        case establishment = "applies-3-1"
        case offering = "applies-3-2-a"
        case monitoring = "applies-3-2-b"
        case internationalLaw = "applies-3-3"
        case notApplicable = "not-applicable"
    }

    package let edition: String
    package let answers: ScopeAnswers
    package let reasons: String
    package let outcome: Outcome

    package init(_ answers: ScopeAnswers, reasons: String) {
        edition = Self.edition
        self.answers = answers
        self.reasons = reasons
        outcome = Self.outcome(of: answers)
    }

    package func validate() throws(DeskRefusal) {
        guard reasons.contains(where: \.isLetter), reasons.utf8.count <= Limits.registerTextBytes else {
            throw .invalid(field: "reasons", expected: "your reasons, in at most \(Limits.registerTextBytes) bytes")
        }
        guard answers.representative.isOneLine, answers.representative.utf8.count <= Limits.registerLineBytes else {
            throw .invalid(field: "representative", expected: "one line of at most \(Limits.registerLineBytes) bytes")
        }
        if answers.offersToUnion, answers.signs.isEmpty {
            // Recital 23: that a website can be reached is no offer.
            throw .invalid(field: "signs", expected: "at least one sign of an offer, since you say that there is one")
        }
    }

    private static func outcome(of answers: ScopeAnswers) -> Outcome {
        if answers.isHousehold { return .outsideHousehold }
        if answers.isUnionInstitution { return .outsideUnionInstitution }
        if answers.isLawEnforcement { return .outsideLawEnforcement }
        if answers.isEstablished, answers.worksInContextOfEstablishment { return .establishment }
        // Art. 3(2): data subjects who are in the Union.
        if answers.hasPeopleInUnion, answers.offersToUnion { return .offering }
        if answers.hasPeopleInUnion, answers.monitorsBehaviour { return .monitoring }
        return answers.underInternationalLaw ? .internationalLaw : .notApplicable
    }

    package var applies: Bool {
        switch outcome {
        case .establishment, .offering, .monitoring, .internationalLaw: true
        case .outsideHousehold, .outsideUnionInstitution, .outsideLawEnforcement, .notApplicable: false
        }
    }

    /// What follows, in words of ours, each with its article.
    package var followUps: [String] {
        var next: [String] = []
        if needsRepresentative, answers.representative.isEmpty {
            next.append("designate a representative in a Member State where the people are, in writing (Art. 27)")
        }
        if outcome == .offering || outcome == .monitoring {
            next.append("a breach is notified to every authority where affected people are (EDPB Guidelines 9/2022)")
        }
        if answers.isProcessor {
            next.append(
                """
                as a processor: contracts (Art. 28), your own record (Art. 30(2)), the controller told (Art. \
                33(2))
                """)
        }
        switch outcome {
        case .outsideUnionInstitution: next.append("Regulation (EU) 2018/1725 applies instead")
        case .outsideLawEnforcement:
            next.append(
                """
                Directive (EU) 2016/680 and the law that implements it apply instead
                """)
        case .notApplicable:
            next.append(
                """
                ask again with a new language, currency, domain or office, and when somebody in the Union writes
                """)
        case .outsideHousehold, .establishment, .offering, .monitoring, .internationalLaw: break
        }
        if applies {
            next.append(
                """
                ask separately for the United Kingdom and Switzerland, which have laws of their own
                """)
        }
        return next
    }

    /// Art. 27(2): exempt are public authorities, and what is occasional, without large-scale special data, and
    /// unlikely to be a risk, all three.
    var needsRepresentative: Bool {
        guard outcome == .offering || outcome == .monitoring, !answers.isPublicAuthority else { return false }
        return !(answers.isOccasional && !answers.hasLargeScaleSpecialData && answers.isUnlikelyToRisk)
    }

    /// When it is asked again: a year after it was decided, or at once by another edition.
    package func review(decided day: CalendarDay) -> CalendarDay {
        edition == Self.edition ? day.adding(days: 365) : day
    }
}
