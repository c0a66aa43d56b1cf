import Foundation
import Web

/// How breaches look on a terminal.
enum BreachText {
    static func line(_ breach: APIBreach) -> String {
        let number = "\(breach.number)".padded(to: 5)
        let kinds = breach.kinds.joined(separator: ", ").padded(to: 32)
        return "\(number) \(breach.drill ? "DRILL " : "")\(kinds) risk \(breach.risk ?? "open")   \(standing(breach))"
    }

    static func whole(_ breach: APIBreach) -> String {
        var lines = [
            "breach      \(breach.number)\(breach.drill ? "   EXERCISE: no letter leaves, no alarm is raised" : "")",
            "state       \(standing(breach))",
            "detected    \(moment(breach.detectedAt))   aware \(moment(breach.awareAt)), "
                + "decided by \(Output.safeLine(breach.decidedBy))",
            "72 hours    end at \(moment(breach.dueAt))",
            "kinds       \(breach.kinds.joined(separator: ", "))",
            "affected    \(breach.affected.people) people, \(breach.affected.records) records"
                + (breach.affected.erasedPeople > 0 ? ", \(breach.affected.erasedPeople) erased since" : ""),
        ]
        for query in breach.queries {
            lines.append("  \(query.source) \(Output.safeLine(query.particulars)): \(query.people) people")
        }
        for assessment in breach.assessments {
            let score = assessment.score.map { " (ENISA \($0), \(assessment.level ?? ""))" } ?? ""
            lines.append("risk        \(assessment.risk)\(score): \(Output.safeLine(assessment.reasons))")
        }
        for filing in breach.filings {
            let late = filing.lateReasons.map { "; late: \(Output.safeLine($0))" } ?? ""
            lines.append(
                "told        \(filing.recipient), \(filing.stage), by \(filing.via), \(moment(filing.at)) "
                    + Output.safeLine(filing.reference) + late)
        }
        for told in breach.communications {
            let rest = [told.article.map { "Art. \($0)" }, told.reasons, told.place].compactMap { $0 }
            lines.append("people      \(told.means) " + rest.map(Output.safeLine).joined(separator: "; "))
        }
        if breach.communications.contains(where: { $0.means == "letters" }) {
            lines.append("letters     " + letters(breach.letters))
        }
        for (language, words) in breach.account.words.sorted(by: { $0.key < $1.key }) {
            lines.append("what (\(language))   \(Output.safeLine(words.nature))")
        }
        if let reasons = breach.closingReasons { lines.append("closed      \(Output.safeLine(reasons))") }
        return lines.joined(separator: "\n")
    }

    static func line(_ person: APIAffectedPerson) -> String {
        let address = person.address.map(Output.safeLine) ?? "(cannot be opened)"
        let tickets = person.tickets.map { "#\($0)" }.joined(separator: " ")
        return "\(person.id)  \(address.padded(to: 32)) \(person.records) records  letter \(person.letter)  \(tickets)"
    }

    static func show(_ breach: APIBreach, _ client: AdminClient, _ json: JSONOption) throws(OperatorError) {
        if json.json { return try Output.json(breach, client) }
        Output.line(whole(breach))
    }

    static func lettersAhead(_ breach: APIBreach) -> String {
        breach.drill
            ? "This is an exercise: no letter leaves. \(breach.letters.unwritten) people would get one."
            : "\(breach.letters.unwritten) people get a mail each; see it with `ticketd breaches letter "
                + "\(breach.number)`."
    }

    private static func letters(_ letters: APIBreachLetters) -> String {
        "\(letters.sent) sent, \(letters.waiting) on their way, \(letters.failed) failed, "
            + "\(letters.withoutAddress) without an address, \(letters.unwritten) not written"
    }

    private static func standing(_ breach: APIBreach) -> String {
        if breach.state == "closed" { return "closed" }
        if let notified = breach.notifiedAt { return "open, authority told \(moment(notified))" }
        guard breach.clockRunning else { return "open, nobody has to be told" }
        return breach.hoursLeft < 0
            ? "OVERDUE since \(moment(breach.dueAt)): notify now, with the reasons for the delay"
            : "open, \(breach.hoursLeft) hours left to tell the authority"
    }

    private static func moment(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}
