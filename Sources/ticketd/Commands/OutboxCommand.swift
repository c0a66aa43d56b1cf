import ArgumentParser
import Web

/// The outbox: what waits, what failed.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "List what waits to be sent; try again; take back.",
        subcommands: [List.self, Retry.self, Cancel.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the outbox.")
        @Option(
            name: .long, help: "queued, sending, sent, delayed, deferred, failed, suppressed, withdrawn or unknown.")
        var state: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let query = QueryText([("state", state)])
            let answer = try await client.json(.get, "/api/v1/outbox" + query.text, APIOutbox.self)
            if json.json { return try Output.json(answer, client) }
            for entry in answer.entries {
                let ticket = entry.ticket.map { "#\($0)" } ?? "-"
                let next = entry.nextAttemptAt.map { "next \(TicketText.day($0))" } ?? ""
                let reply = entry.lastReply.map { "last reply \($0)" } ?? ""
                Output.line(
                    [
                        entry.id, ticket.padded(to: 7), entry.mailClass, entry.state.padded(to: 10),
                        "tries \(entry.attempts)", next, reply, entry.reason ?? "",
                    ].filter { !$0.isEmpty }.joined(separator: "  "))
            }
            if answer.entries.isEmpty { Output.line("The outbox is empty.") }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Try a deferred, failed or unknown mail again now.")
        @Argument(help: "The entry's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            _ = try await config.client().send(.post, "/api/v1/outbox/\(try EntryID.path(id))/retry")
            Output.line("Queued again.")
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a mail back that has not been sent.")
        @Argument(help: "The entry's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(
                .post, "/api/v1/outbox/\(try EntryID.path(id))/withdraw", APIWithdrawal.self)
            guard answer.withdrawn else {
                throw OperatorError(
                    "it was too late", thing: "entry \(id)", remedy: "See its state in `ticketd outbox list`.",
                    exitCode: .unavailable)
            }
            Output.line("Taken back.")
        }
    }
}
