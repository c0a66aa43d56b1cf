import ArgumentParser
import Web

/// What stands below every answer.
struct SignaturesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signatures", abstract: "What stands below every answer of a mailbox: list, set, remove.",
        subcommands: [List.self, Set.self, Remove.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the signatures.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/signatures", APISignatures.self)
            if json.json { return try Output.json(answer, client) }
            for signature in answer.signatures {
                Output.line("mailbox \(signature.mailbox ?? "(all others)")")
                Output.line(Output.safe(signature.text) + "\n")
            }
            if answer.signatures.isEmpty { Output.line("No signatures.") }
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set the signature of a mailbox, or of all that have none of their own.",
            discussion: """
                The text comes from --text, --file or standard input; variables and rules are those of \
                `ticketd replies add`. Answers end with it unless --no-signature is given.
                """)
        @Option(name: .long, help: "Only for this mailbox.") var mailbox: String?
        @OptionGroup var words: TextOptions
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = WordingBody(name: nil, mailbox: mailbox, text: try words.read())
            let signature = try await client.json(
                .post, "/api/v1/signatures", APIWording.self, body: try client.encode(body))
            if json.json { return try Output.json(signature, client) }
            Output.line("Set.")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Remove a signature.")
        @Option(name: .long, help: "That of this mailbox; without it, that of all others.") var mailbox: String?
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let all = try await client.json(.get, "/api/v1/signatures", APISignatures.self).signatures
            guard let signature = all.first(where: { $0.mailbox == mailbox }) else {
                throw OperatorError(
                    "there is no such signature", thing: Output.safeLine(mailbox ?? "that of all mailboxes"),
                    remedy: "See `ticketd signatures list`.", exitCode: .usage)
            }
            _ = try await client.send(.delete, "/api/v1/signatures/\(signature.id)")
            Output.line("Removed.")
        }
    }
}
