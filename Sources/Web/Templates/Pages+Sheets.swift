package import Desk

/// The checks and the draft of an impact assessment as files to read and to print. Words of operators: English.
extension Pages {
    package func compliance(_ report: APICompliance) -> String {
        let groups = [
            ("fail", "Failing"), ("warn", "To be looked at"), ("unknown", "Could not be told"), ("pass", "Passing"),
            ("n/a", "Does not arise here"),
        ]
        var sections = groups.compactMap { outcome, name -> [String: Any]? in
            let rows = report.checks.filter { $0.outcome == outcome }.map(Self.row)
            return rows.isEmpty ? nil : ["name": "\(name) (\(rows.count))", "rows": rows]
        }
        sections.append([
            "name": "Not looked at by this command",
            "rows": report.notChecked.map { ["name": "\($0.id) \($0.title)", "values": [$0.reason]] as [String: Any] },
        ])
        return render(
            "sheet",
            [
                "title": "Checks of \(report.service)",
                "lead": [report.about, "Made on \(MinuteText.of(report.at)) · SHA-256 \(report.sha256)"],
                "sections": sections,
            ], language: .english, service: nil, depth: 0)
    }

    private static func row(_ check: APICompliance.Check) -> [String: Any] {
        let tier = check.tier == "none" ? "no fine" : "fines by Art. \(check.tier)"
        let ceiling = check.ceiling.map { "At most \($0) euro by law, which is no estimate." }
        let since = "\(check.outcome) since \(MinuteText.of(check.since))"
        return [
            "name": "\(check.id) \(check.title)",
            "values": [check.evidence, "Art. \(check.article), \(tier); \(since)"]
                + [check.remedy, ceiling].compactMap { $0 },
        ]
    }

    package func impact(_ draft: ImpactDraft) -> String {
        let sections = draft.sections.map { section -> [String: Any] in
            [
                "name": section.title,
                "rows": [["name": "Art. \(section.article)", "values": section.lines] as [String: Any]],
            ]
        }
        return render(
            "sheet",
            [
                "title": draft.title, "lead": ["Made on \(MinuteText.of(draft.at)). \(draft.decision)"],
                "sections": sections,
            ], language: .english, service: nil, depth: 0)
    }
}
