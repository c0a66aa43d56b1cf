import ArgumentParser
import Web

/// API tokens: scoped, expiring, shown once.
struct TokensCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens", abstract: "Make, list and revoke API tokens.",
        subcommands: [Add.self, List.self, Revoke.self], defaultSubcommand: List.self)

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a token. It is shown once and kept as a hash.",
            discussion: "Scopes: tickets:read tickets:write people:read privacy:export privacy:erase dpo admin.")
        @Argument(help: "What it is for; one line.") var label: String
        @Option(name: .long, help: "A scope; may be repeated.") var scope: [String]
        @Option(name: .long, help: "Only this mailbox; may be repeated.") var mailbox: [String] = []
        @Option(name: .long, help: "How long it is valid, such as 90d.") var expires = "90d"
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            guard let lifetime = DurationText.parse(expires) else {
                throw OperatorError(
                    "that is no duration", thing: "--expires", remedy: "Write it like 12h, 90d or 52w.",
                    exitCode: .usage)
            }
            let client = try config.client()
            let body = TokenBody(
                label: label, scopes: scope, mailboxes: mailbox.isEmpty ? nil : mailbox,
                lifetime: lifetime.components.seconds)
            let token = try await client.json(
                .post, "/api/v1/tokens", APIToken.self, body: try client.encode(body))
            if json.json { return try Output.json(token, client) }
            Output.line(token.secret ?? "")
            Terminal.warn("Keep it now: it is not shown again. It is valid until \(TicketText.day(token.expiresAt)).")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the tokens.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/tokens", APITokens.self)
            if json.json { return try Output.json(answer, client) }
            for token in answer.tokens {
                let state = token.revoked ? "revoked" : "until \(TicketText.day(token.expiresAt))"
                let scopes = token.scopes.joined(separator: ",")
                Output.line("\(token.id)  \(state)  \(scopes)  \(Output.safeLine(token.label))")
            }
            if answer.tokens.isEmpty { Output.line("No tokens.") }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Revoke a token at once.")
        @Argument(help: "The token's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            _ = try await config.client().send(.delete, "/api/v1/tokens/\(try EntryID.path(id))")
            Output.line("Revoked.")
        }
    }
}
