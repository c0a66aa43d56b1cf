import ArgumentParser
import Web

/// The mailboxes and what they are doing.
struct MailboxesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailboxes", abstract: "Show the state of each mailbox, and sign it in at its provider.",
        subcommands: [List.self, Login.self, Logout.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the mailboxes.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/mailboxes", APIMailboxes.self)
            if json.json { return try Output.json(answer, client) }
            for mailbox in answer.mailboxes { MailboxText.lines(mailbox).forEach(Output.line) }
        }
    }
}
