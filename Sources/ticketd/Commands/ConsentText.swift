import Web

/// How consents and purposes look on a terminal.
enum ConsentText {
    static func whole(_ consent: APIConsent) -> String {
        var lines = [
            "\(consent.purpose)  \(consent.state)  since \(TicketText.day(consent.givenAt))",
            "  words      \(consent.textVersion ?? "unknown")   shown to be \(consent.shown?.prefix(16) ?? "-")",
            "  act        \(consent.act ?? "none")   by \(consent.channel)   controls \(consent.controls)",
            "  towards    \(Output.safeLine(consent.controller))",
            "  evidence   \(consent.evidence.map(Output.safeLine) ?? "none")",
        ]
        if consent.age != "not-asked" { lines.append("  age        \(consent.age)") }
        if let parent = consent.parentalAuthorisation { lines.append("  parent     \(Output.safeLine(parent))") }
        if let at = consent.withdrawnAt {
            let evidence = consent.withdrawnEvidence.map { ": " + Output.safeLine($0) } ?? ""
            lines.append("  withdrawn  \(TicketText.day(at)) by \(consent.withdrawnThrough ?? "-")\(evidence)")
        } else if consent.granted {
            lines.append("  ask anew   \(TicketText.day(consent.reviewAt))")
        }
        return lines.joined(separator: "\n")
    }

    static func whole(_ purpose: APIPurpose, allVersions: Bool) -> String {
        var lines = [
            purpose.code + (purpose.closedAt.map { "  closed \(TicketText.day($0))" } ?? "  \(purpose.form)")
        ]
        if purpose.forChildren { lines.append("  offered to children: their age is asked") }
        let languages = purpose.texts.map(\.language)
        for (index, text) in purpose.texts.enumerated() {
            let isNewest = languages[(index + 1)...].allSatisfy { $0 != text.language }
            guard allVersions || isNewest else { continue }
            lines.append("  \(text.version)  \(Output.safeLine(text.title))  (\(text.hash.prefix(16)))")
            lines.append("        \(Output.safeLine(text.text))")
            lines.append("        \(Output.safeLine(text.withdrawal))")
        }
        return lines.joined(separator: "\n")
    }
}
