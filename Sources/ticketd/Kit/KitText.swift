import Foundation
import Web

/// What a kit holds: everything that is needed to meet the clock of a breach while the server is dead.
struct KitText {
    var breach: APIBreach
    var report: String
    var letters: [(language: String, text: String)]
    var people: [APIAffectedPerson]
    /// Name, address and form of the authority, as configured.
    var authority: [String]
    var madeAt: Date

    var text: String {
        var parts = [
            "KIT OF BREACH \(breach.number)\(breach.drill ? " (EXERCISE)" : "")",
            "made      \(moment(madeAt))\naware     \(moment(breach.awareAt))\n"
                + "72 hours  end at \(moment(breach.dueAt))",
            "AUTHORITY\n" + (authority.isEmpty ? "not configured" : authority.joined(separator: "\n")),
            "THE FORM OF ART. 33(3)\n\n" + report,
        ]
        parts += letters.map { "THE LETTER OF ART. 34 (\($0.language))\n\n\($0.text)" }
        let lines = people.map { person in
            "\(person.address ?? "(cannot be opened)")\t\(person.records) records\tletter \(person.letter)"
        }
        parts.append("AFFECTED PEOPLE (\(breach.affected.people))\n" + lines.joined(separator: "\n"))
        return parts.joined(separator: "\n\n\n") + "\n"
    }

    private func moment(_ date: Date) -> String { date.formatted(.iso8601) }
}

extension AuthoritySettings {
    var lines: [String] { [name, url, email].compactMap { $0 } }
}
