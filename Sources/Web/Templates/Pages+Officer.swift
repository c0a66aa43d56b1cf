package import Desk
package import Foundation

/// The data protection officer's desk as a file to read and to print.
extension Pages {
    package func officer(_ book: OfficerBook, _ settings: DeskSettings, zone: TimeZone) -> String {
        let language = settings.language
        let say = { (phrase: Phrase) in phrase.text(in: language) }
        let row = { (name: String, values: [String]) -> [String: Any] in
            let stated = values.filter { !$0.isEmpty }
            return ["name": name, "values": stated.isEmpty ? [say(.noticeMissing)] : stated]
        }
        var parts: [[String: Any]] = [
            ["name": say(.officerNeed), "rows": Self.need(book, zone, say, row)],
            ["name": say(.noticeOfficer), "rows": Self.appointment(book, say, row)],
        ]
        if !book.tasks.isEmpty {
            parts.append([
                "name": say(.officerTasks),
                "rows": book.tasks.map { task in
                    let when =
                        task.doneOn.map { Phrase.officerDone.text(in: language, ["day": $0.text]) }
                        ?? Phrase.officerDue.text(in: language, ["day": task.due.text])
                    return row(when, ["\(task.words) (Art. \(task.article))", task.key, task.note])
                },
            ])
        }
        var lead = "Art. 37–39 GDPR · \(settings.controller.name)"
        if let at = book.assessment?.at { lead += " · \(MinuteText.of(at))" }
        var values: [String: Any] = [
            "title": say(.officerTitle), "controller": settings.controller.name, "lead": [lead], "sections": parts,
        ]
        if !book.open.isEmpty { values["open"] = [["name": say(.officerOpen), "items": book.open] as [String: Any]] }
        return render("sheet", values, language: language, service: nil, depth: 0)
    }

    private static func need(
        _ book: OfficerBook, _ zone: TimeZone, _ say: (Phrase) -> String, _ row: (String, [String]) -> [String: Any]
    ) -> [[String: Any]] {
        guard let dated = book.assessment else { return [row(say(.officerOutcome), [say(.officerUndecided)])] }
        let need = dated.statement
        let (outcome, grounds) = (outcome(need.outcome), need.grounds.map(article).joined(separator: ", "))
        let yes = need.yes.map(\.words)
        return [
            row(say(.officerOutcome), [say(outcome), grounds]), row(say(.officerReasons), [need.reasons]),
            row(say(.officerYes), yes.isEmpty ? [say(.officerNone)] : yes),
            row(say(.officerPersons), ["\(need.persons)"]),
            row(say(.officerDecidedOn), [DayText.of(dated.at), need.law]),
            row(say(.officerReview), [need.review(decided: CalendarDay(dated.at, in: zone)).text]),
        ]
    }

    private static func appointment(
        _ book: OfficerBook, _ say: (Phrase) -> String, _ row: (String, [String]) -> [String: Any]
    ) -> [[String: Any]] {
        if let need = book.assessment?.statement, need.outcome == .notRequired {
            return [row(say(.officerPrivacyContact), [need.contact])]
        }
        let contact = book.contact.map { [$0.name, $0.email, $0.phone] } ?? []
        guard let who = book.appointment?.statement else { return [row(say(.noticeOfficer), contact)] }
        let position: Phrase = who.position == .internal ? .officerInternal : .officerExternal
        return [
            row(say(.noticeOfficer), contact), row(say(.officerPosition), [say(position)]),
            row(say(.officerFrom), [who.from + (who.until.map { " – \($0)" } ?? "")]),
            row(say(.officerQualification), [who.qualification]),
            row(say(.officerDeputy), [who.deputy.isEmpty ? say(.officerNone) : who.deputy]),
            row(say(.officerToldAuthority), [who.toldAuthority ?? say(.officerNotYet)]),
            row(say(.officerPublished), [who.published ?? say(.officerNotYet)]),
        ]
    }

    private static func outcome(_ outcome: OfficerAssessment.Outcome) -> Phrase {
        switch outcome {
        case .required: .officerRequired
        case .voluntary: .officerVoluntary
        case .notRequired: .officerNotRequired
        }
    }

    private static func article(_ ground: String) -> String { ground.hasPrefix("§") ? ground : "Art. \(ground) GDPR" }
}
