package import Foundation

/// The notification of Art. 33(3), filled with what is known now. What is missing says so, because a notification in
/// phases is better than a late one (Art. 33(4)).
package struct BreachReport: Sendable, Equatable {
    package enum Field: String, Sendable, CaseIterable, Decodable {
        case stage, controller, contact, aware, detected, period, lateness, kinds, cause, nature, subjectCategories
        case people, dataCategories, records, protection, consequences, measures, risk, communication, processors
        case countries, authorities
    }

    package struct Row: Sendable, Equatable {
        package var field: Field
        package var article: String
        package var label: String
        /// nil: not known yet.
        package var value: String?
    }

    package var breach: Breach
    package var title: String
    package var madeAt: Date
    package var law: String
    package var rows: [Row]

    package init(_ breach: Breach, settings: DeskSettings, now: Date, law: LawProfile = .current) {
        self.breach = breach
        self.law = law.name
        madeAt = now
        title =
            (breach.isDrill ? "EXERCISE. " : "")
            + "Notification of a personal data breach (Art. 33 GDPR), number \(breach.number.value)"
        let values = BreachFacts(breach: breach, settings: settings, now: now, law: law.breach)
        rows = law.breach.report.map { field in
            Row(field: field.field, article: field.article, label: field.label, value: values.value(of: field.field))
        }
    }

    /// What Art. 33(3) asks for and is not known yet.
    package var missing: [Row] {
        rows.filter { $0.value == nil && $0.article.hasPrefix("33(3)") }
    }

    package var text: String {
        let lines = rows.map { row in
            "\(row.label) (Art. \(row.article)):\n\(row.value ?? Self.open)"
        }
        return ([title, "Made on \(MinuteText.of(madeAt)), law profile \(law)."] + lines).joined(separator: "\n\n")
            + "\n"
    }

    package static let open = "not known yet; will be supplied (Art. 33(4))"
}

/// The values of a report's fields.
private struct BreachFacts {
    let breach: Breach
    let settings: DeskSettings
    let now: Date
    let law: BreachLaw

    func value(of field: BreachReport.Field) -> String? {
        let account = breach.account
        let words = account.bestWords(for: settings.language)
        switch field {
        case .stage: return stage
        case .controller: return controller
        case .contact: return contact
        case .aware:
            return "\(MinuteText.of(breach.awareAt)), by decision of \(breach.decidedBy); "
                + "\(law.authorityHours) hours end at \(MinuteText.of(breach.clock.dueAt))"
        case .detected: return MinuteText.of(breach.detectedAt)
        case .period: return period
        case .lateness: return lateness
        case .kinds: return breach.kinds.map(\.rawValue).sorted().joined(separator: ", ")
        case .cause: return account.cause?.rawValue
        case .nature: return known(words.nature)
        case .subjectCategories: return known(account.subjectCategories)
        case .people: return number(breach.affected.people)
        case .dataCategories: return known(account.dataCategories)
        case .records: return number(breach.affected.records)
        case .protection: return known(account.protection)
        case .consequences: return known(words.consequences)
        case .measures: return known(words.measures)
        case .risk: return breach.assessments.last.map { "\($0.risk.rawValue): \($0.reasons)" }
        case .communication: return communication
        case .processors: return known(account.processors)
        case .countries: return known(account.countries)
        case .authorities: return known(account.authorities)
        }
    }

    private func known(_ text: String?) -> String? {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }

    /// Nobody asked yet who is affected: then it is not zero, it is unknown.
    private func number(_ count: Int) -> String? {
        count == 0 && breach.queries.isEmpty ? nil : "\(count)"
    }

    private var stage: String {
        let filed = breach.filings.filter { $0.recipient == .authority }
        guard let last = filed.last else { return BreachFiling.Stage.initial.rawValue }
        let before = filed.map { "\(MinuteText.of($0.at)) \($0.reference)" }.joined(separator: "; ")
        return "\(last.stage == .final ? "after the final one" : "supplementary") (before: \(before))"
    }

    private var controller: String? {
        let named = settings.controller
        return known([named.name, named.address, named.email].filter { !$0.isEmpty }.joined(separator: ", "))
    }

    /// Art. 33(3)(b): the officer, or another contact point.
    private var contact: String? {
        guard let officer = settings.dataProtectionOfficer else { return known(settings.controller.email) }
        return known([officer.name, officer.email, officer.phone].filter { !$0.isEmpty }.joined(separator: ", "))
    }

    private var period: String? {
        guard let start = breach.account.startedAt else { return nil }
        return "\(MinuteText.of(start)) to \(breach.account.endedAt.map(MinuteText.of) ?? "now")"
    }

    private var lateness: String? {
        if let reasons = breach.filings.compactMap(\.lateReasons).first { return reasons }
        return breach.clock.isLate(breach.notifiedAt ?? now) ? nil : "not late"
    }

    private var communication: String? {
        guard !breach.communications.isEmpty else { return nil }
        return breach.communications.map { told in
            let ground = told.ground.map { " (Art. \(law.article(of: $0)))" } ?? ""
            let rest = [told.reasons, told.place].compactMap { $0 }.joined(separator: "; ")
            return "\(told.means.rawValue)\(ground), \(MinuteText.of(told.at))" + (rest.isEmpty ? "" : ": \(rest)")
        }.joined(separator: "\n")
    }
}
