import ArgumentParser
import Web

/// Looking people up, and recording on the phone what they want. Addresses may be given as `-`, which asks for them.
struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Show people; record what they want; copy their data for them; erase them.",
        discussion: "Give the address as `-` to be asked for it: shells and sudo keep what stands on a command line.",
        subcommands: [
            Show.self, Unsubscribe.self, Resubscribe.self, Erase.self, Export.self, Restrict.self, Unrestrict.self,
            Restricted.self, Object.self, Hold.self, Rectify.self, Recipients.self,
        ])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show what is kept of a person.")
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            if json.json { return try Output.json(person, client) }
            Output.line(PersonText.whole(person))
        }
    }

    struct Unsubscribe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Unsubscribe a person who asked for it on the phone or in person.")
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @Option(name: .long, help: "The group of mailboxes.") var group = "default"
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            if !yes {
                guard Terminal.confirm("Unsubscribe this person from everything but legally required mail?") else {
                    return
                }
            }
            _ = try await client.send(
                .post, "/api/v1/people/\(person.id)/unsubscribe", body: try client.encode(UnsubscribeBody(group: group))
            )
            Output.line("Unsubscribed. Nothing that this covers starts any more.")
        }
    }

    struct Resubscribe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an unsubscribe back, on evidence that the person asked for it.",
            discussion: """
                Without --evidence the person is sent a link, and the button behind it takes the unsubscribe back; the \
                link lives seven days.
                """)
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @Option(name: .long, help: "How and when the person asked for it; kept as evidence.") var evidence: String?
        @Option(name: .long, help: "The group of mailboxes.") var group = "default"
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            let body = ResubscribeBody(group: group, evidence: evidence)
            _ = try await client.send(
                .post, "/api/v1/people/\(person.id)/resubscribe", body: try client.encode(body))
            Output.line(
                evidence == nil
                    ? "A link is on its way; nothing changes until the person uses it."
                    : "Resubscribed; the evidence is kept.")
        }
    }
}

/// Finds one person by id, by address, or by an address asked for.
enum PersonLookup {
    static func find(_ text: String, _ client: AdminClient) async throws(OperatorError) -> APIPerson {
        let text = try AddressArgument.resolve(text)
        if text.utf8.count == 32, !text.contains("@") {
            return try await client.json(.get, "/api/v1/people/\(text)", APIPerson.self)
        }
        // Personal parameters never stand in a URL.
        let body = try client.encode(AddressBody(address: text))
        let answer = try await client.json(.post, "/api/v1/people/lookup", APIPeople.self, body: body)
        guard let person = answer.people.first else {
            throw OperatorError(
                "nobody is known under this address", thing: "the person", remedy: "Check the spelling.",
                exitCode: .usage)
        }
        return person
    }
}

/// How a person looks on a terminal.
enum PersonText {
    static func whole(_ person: APIPerson) -> String {
        var lines = [
            "id          \(person.id)",
            "address     \(person.address.map(Output.safeLine) ?? "(erased)")",
            "name        \(person.name.map(Output.safeLine) ?? "-")",
            "first seen  \(TicketText.day(person.firstSeenAt))",
            "tickets     " + (person.tickets.isEmpty ? "-" : person.tickets.map { "#\($0)" }.joined(separator: " ")),
        ]
        lines += person.restrictions.map { RestrictionText.line($0) }
        if !person.withheld.isEmpty {
            lines.append("withheld    " + person.withheld.map { "#\($0)" }.joined(separator: " "))
        }
        if person.undeliverable { lines.append("mail to this address comes back") }
        for disclosure in person.disclosures {
            lines.append("#\(disclosure.ticket) " + TicketText.disclosure(disclosure))
        }
        for suppression in person.suppressions {
            lines.append(
                "unsubscribed in group \(suppression.group) since \(TicketText.day(suppression.since)): "
                    + (suppression.scope + suppression.tickets.map { "#\($0)" }).joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }
}
