package import Foundation

/// A draft of the assessment of Art. 35(7), filled with what the program knows; what only people know is left open and
/// says so. It assesses nothing: how likely and how severe a risk is stands to be judged by whoever signs it.
package struct ImpactDraft: Sendable, Equatable {
    package struct Section: Sendable, Equatable {
        /// `35(7)(a)`.
        package var article: String
        package var title: String
        package var lines: [String]
    }

    package static let open = "TO BE WRITTEN"

    package let title: String
    package let at: Date
    package let decision: String
    package let sections: [Section]

    package init(_ record: ProcessingRecord, screening: ImpactScreening?, serviceName: String, now: Date) {
        title = "Data protection impact assessment of \(serviceName): draft"
        at = now
        decision = screening?.decision ?? "Nobody has asked yet whether one is needed: ticketd dpia screen."
        sections =
            [Self.description(record), Self.necessity(record)] + Self.risks(record)
            + [Self.measures(record), Self.people(screening), Self.outcome(screening)]
    }

    package var text: String {
        let parts = sections.map { section in
            "\(section.title) (Art. \(section.article))\n" + section.lines.map { "- \($0)" }.joined(separator: "\n")
        }
        return ([title, "Made on \(MinuteText.of(at)). \(decision)"] + parts).joined(separator: "\n\n") + "\n"
    }

    private static func description(_ record: ProcessingRecord) -> Section {
        let activities = record.rows.map { row in
            "\(row.words.name): \(row.words.purpose) People: \(row.words.people) Data: \(row.words.data)"
        }
        let recipients = record.recipients.map { "Recipient: \($0.name), \($0.service), \($0.country)" }
        return Section(
            article: "35(7)(a)", title: "What is done, and what for",
            lines: ["Mailboxes: \(record.mailboxes.joined(separator: ", "))"] + activities + recipients
                + record.unnamedHosts.map { "Recipient without a processor in the register: \($0)" }
                + ["How many people write in a year, and from where: \(open)"])
    }

    private static func necessity(_ record: ProcessingRecord) -> Section {
        Section(
            article: "35(7)(b)", title: "Why it is necessary and in proportion",
            lines: record.rows.flatMap { row in
                row.basis.map { "\(row.words.name), basis: \($0)" }
                    + row.period.map { "\(row.words.name), kept: \($0)" }
            } + ["Why the purpose cannot be reached with less: \(open)"])
    }

    /// The three that guidelines on security name, each with what the program does about it.
    private static func risks(_ record: ProcessingRecord) -> [Section] {
        let judged = "Likelihood and severity, in your judgement: \(open)"
        return [
            Section(
                article: "35(7)(c)", title: "Risk: somebody reads what is not meant for them",
                lines: [
                    "How: a stolen disk or backup, an agent's curiosity, a misdirected answer, a stranger in a ticket.",
                    "Against it: \(SecurityMeasure.encryption.words(in: .english))",
                    "Against it: \(SecurityMeasure.access.words(in: .english))", judged,
                ]),
            Section(
                article: "35(7)(c)", title: "Risk: data are changed, or wrong",
                lines: [
                    "How: a forged sender, a change in the files, a mail filed with the wrong person.",
                    "Against it: \(SecurityMeasure.integrity.words(in: .english))", judged,
                ]),
            Section(
                article: "35(7)(c)", title: "Risk: data are lost, or kept too long",
                lines: [
                    "How: a broken disk, lost keys, an erasure undone by a restore, a period nobody set.",
                    "Against it: \(SecurityMeasure.restoring.words(in: .english))",
                    "Against it: \(SecurityMeasure.erasure.words(in: .english))", judged,
                ]),
        ]
    }

    private static func measures(_ record: ProcessingRecord) -> Section {
        Section(
            article: "35(7)(d)", title: "Measures taken",
            lines: record.measures + ["What is done besides, outside this program: \(open)"])
    }

    private static func people(_ screening: ImpactScreening?) -> Section {
        Section(
            article: "35(2), 35(9)", title: "Advice and views",
            lines: [
                "Advice of the data protection officer: \(screening?.assessment?.advice ?? open)",
                "Views of the people, or why they were not asked: \(screening?.assessment?.views ?? open)",
            ])
    }

    private static func outcome(_ screening: ImpactScreening?) -> Section {
        let made = screening?.assessment
        let rest =
            made.map { $0.isResidualHigh ? "A high risk remains." : "No high risk remains." }
            ?? "What risk remains: \(open)"
        return Section(
            article: "35(11), 36", title: "What remains, and when it is looked at again",
            lines: [
                rest,
                "If a high risk remains, the authority is consulted before it begins (Art. 36): "
                    + (made?.consultedOn.map { "on \($0)" } ?? open),
                "Looked at again whenever the risk changes (Art. 35(11)): \(open)",
            ])
    }
}
