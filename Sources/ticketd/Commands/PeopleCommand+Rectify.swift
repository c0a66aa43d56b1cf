import ArgumentParser
import Web

/// Correcting who somebody is, and who was told of it.
extension PeopleCommand {
    struct Rectify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct a name or an address, or keep what a person says about a message (Art. 16 GDPR).",
            discussion: """
                Messages are what was said and are not rewritten: with --ticket, --message and --statement the \
                person's own words stand beside one from then on. Everybody who was sent something of the person is \
                written to (Art. 19), unless --untold says why that is impossible or out of proportion.
                """)
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @Option(name: .long, help: "The right name.") var name: String?
        @Option(name: .long, help: "The right address, or - to be asked.") var address: String?
        @Option(name: .long, help: "The ticket of the message.") var ticket: Int64?
        @Option(name: .long, help: "The message's id, as `tickets show --json` has it.") var message: String?
        @Option(name: .long, help: "What the person says about it; - reads it from standard input.")
        var statement: String?
        @Option(name: .long, help: "Why recipients are not told; kept sealed.") var untold: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func validate() throws {
            let count = [ticket == nil, message == nil, statement == nil].count { $0 }
            guard count == 0 || count == 3 else {
                throw ValidationError("Give --ticket, --message and --statement together.")
            }
        }

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            var body = RectificationBody(name: name, untold: untold)
            if let address { body.address = try AddressArgument.resolve(address) }
            if let ticket, let message, let statement {
                body.statement = RectificationBody.Statement(
                    ticket: ticket, message: message, text: statement == "-" ? Input.lines() : statement)
            }
            let answer = try await client.json(
                .post, "/api/v1/people/\(person.id)/rectify", APIRecipientNotices.self,
                body: try client.encode(body))
            if json.json { return try Output.json(answer, client) }
            Output.line("Corrected.")
            for notice in answer.notices { Output.line(RecipientText.line(notice)) }
        }
    }

    struct Recipients: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which recipients of a person's data were told what became of it (Art. 19 GDPR).")
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            let answer = try await client.json(
                .get, "/api/v1/people/\(person.id)/recipients", APIRecipientNotices.self)
            if json.json { return try Output.json(answer, client) }
            for notice in answer.notices { Output.line(RecipientText.line(notice)) }
            if answer.notices.isEmpty { Output.line("Nobody had to be told anything.") }
        }
    }
}

/// How a notice to a recipient looks on a terminal.
enum RecipientText {
    static func line(_ notice: APIRecipientNotice) -> String {
        let outcome =
            notice.state.map { "told by mail (\($0))" } ?? "not told: \(Output.safeLine(notice.reason ?? "-"))"
        let to = notice.to.map(Output.safeLine) ?? "-"
        return "\(TicketText.day(notice.at))  \(notice.act.padded(to: 10))  \(to)  \(outcome)"
    }
}
