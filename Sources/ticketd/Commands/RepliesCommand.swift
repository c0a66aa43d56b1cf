import ArgumentParser
import Web

/// Canned replies.
struct RepliesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replies", abstract: "Answers that are used again: list, show, add, remove.",
        subcommands: [List.self, Show.self, Add.self, Remove.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the canned replies.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/canned-replies", APICannedReplies.self)
            if json.json { return try Output.json(answer, client) }
            for reply in answer.replies {
                let first = reply.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
                let whose = (reply.mailbox ?? "(all)").padded(to: 16)
                Output.line("\(reply.name.padded(to: 20)) \(whose) \(Output.safeLine(first))")
            }
            if answer.replies.isEmpty { Output.line("No canned replies.") }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a canned reply.")
        @Argument(help: "Its name.") var name: String
        @Option(name: .long, help: "The one of this mailbox.") var mailbox: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let reply = try await RepliesCommand.find(name, mailbox, client)
            if json.json { return try Output.json(reply, client) }
            Output.line(Output.safe(reply.text))
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Save a canned reply, in place of one of the same name.",
            discussion: """
                The text comes from --text, --file or standard input. It may leave open {{ticket.number}}, \
                {{ticket.subject|…}}, {{person.name|…}}, {{agent.name}}, {{service.name}}, {{mailbox.address}} and \
                {{privacy.link}}; what may be empty needs a text after the bar, as in "Hello {{person.name|there}}". \
                Refused are unknown variables, remote images, shortened, tracking and unencrypted links, ticked boxes, \
                assumed consent, and asking for consent without a word on withdrawing it. Passing does not make a text \
                lawful. `tickets reply N --canned NAME` uses it.
                """)
        @Argument(help: "Its name: 1–64 of a–z A–Z 0–9 . _ -") var name: String
        @Option(name: .long, help: "Only for this mailbox.") var mailbox: String?
        @OptionGroup var words: TextOptions
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = WordingBody(name: name, mailbox: mailbox, text: try words.read())
            let reply = try await client.json(
                .post, "/api/v1/canned-replies", APIWording.self, body: try client.encode(body))
            if json.json { return try Output.json(reply, client) }
            Output.line("Saved: ticketd tickets reply NUMBER --canned \(reply.name)")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Remove a canned reply.")
        @Argument(help: "Its name.") var name: String
        @Option(name: .long, help: "The one of this mailbox.") var mailbox: String?
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let reply = try await RepliesCommand.find(name, mailbox, client)
            _ = try await client.send(.delete, "/api/v1/canned-replies/\(reply.id)")
            Output.line("Removed.")
        }
    }

    private static func find(
        _ name: String, _ mailbox: String?, _ client: AdminClient
    ) async throws(OperatorError) -> APIWording {
        let all = try await client.json(.get, "/api/v1/canned-replies", APICannedReplies.self).replies
        guard let reply = all.first(where: { $0.name == name && $0.mailbox == mailbox }) else {
            throw OperatorError(
                "there is no such canned reply", thing: Output.safeLine(name), remedy: "See `ticketd replies list`.",
                exitCode: .usage)
        }
        return reply
    }
}
