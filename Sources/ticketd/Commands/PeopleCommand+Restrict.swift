import ArgumentParser
import Web

/// Withholding what is kept of a person, and giving it back.
extension PeopleCommand {
    struct Restrict: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Withhold what is kept of a person (Art. 18 GDPR).",
            discussion: """
                Until it is lifted only the data protection officer reads what was kept before; it stands in no list \
                and no search finds it, and what waited in the outbox about it is not sent. A new mail of the person \
                opens a new ticket, which can be answered. The grounds: a, they say that it is wrong; b, it was \
                unlawful and they do not want it erased; c, they need it for a claim; d, they objected and nobody \
                has decided yet.
                """)
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @Option(name: .long, help: "a, b, c or d, as in Art. 18(1).") var ground: String
        @Option(name: .long, help: "Why recipients of the data are not told (Art. 19); kept sealed.")
        var untold: String?
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            guard yes || Terminal.confirm("Withhold \(person.tickets.count) tickets of this person?") else { return }
            let made = try await client.json(
                .post, "/api/v1/people/\(person.id)/restrict", APIRestriction.self,
                body: try client.encode(RestrictionBody(ground: ground, untold: untold)))
            if json.json { return try Output.json(made, client) }
            Output.line("Restricted. " + RestrictionText.line(made))
        }
    }

    struct Unrestrict: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lift a restriction, after the person was told (Art. 18(3) GDPR).",
            discussion: """
                The person is written to, and it ends when that mail has left. With --told you say that they know \
                already, and it ends at once.
                """)
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @Option(name: .long, help: "The ground that ends: a, b, c or d.") var ground: String
        @Option(name: .long, help: "Why it ends; the person reads it.") var reason: String
        @Option(name: .long, help: "How the person was told: phone, letter or in-person.") var told: String?
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            let body = RestrictionBody(ground: ground, reason: reason, told: told)
            _ = try await client.send(
                .post, "/api/v1/people/\(person.id)/unrestrict", body: try client.encode(body))
            Output.line(told == nil ? "The person is told; it ends when that mail has left." : "Lifted.")
        }
    }

    struct Restricted: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List whose data is withheld, and why.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/restrictions", APIRestrictions.self)
            if json.json { return try Output.json(answer, client) }
            for restriction in answer.restrictions {
                Output.line("\(restriction.person)  \(RestrictionText.line(restriction))")
            }
            if answer.restrictions.isEmpty { Output.line("Nobody's data is restricted.") }
        }
    }
}

/// How a restriction looks on a terminal.
enum RestrictionText {
    static func line(_ restriction: APIRestriction) -> String {
        var text = "restricted since \(TicketText.day(restriction.since)): \(ground(restriction.ground))"
        if let notice = restriction.notice {
            text += "; the mail that says that it ends is \(notice.state)"
        }
        return text
    }

    private static func ground(_ word: String) -> String {
        switch word {
        case "hold": "an erasure that a legal hold keeps waiting"
        case "erasure": "an erasure that waits"
        default: "Art. 18(1)(\(word))"
        }
    }
}
