import ArgumentParser
import Web

/// Copies that were made for people.
struct ExportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exports", abstract: "Show copies made for people; fetch one; say what it answers; end it.",
        discussion: """
            A copy is made with `ticketd people export`. It lies sealed under a key of its own for seven days; then, \
            and when its person is erased, the key is destroyed and the file removed. That it was made stays listed.
            """,
        subcommands: [List.self, Show.self, Fetch.self, Answer.self, End.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List copies, newest first.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/exports", APIExports.self)
            if json.json { return try Output.json(answer, client) }
            for export in answer.exports { Output.line(ExportText.line(export)) }
            if answer.exports.isEmpty { Output.line("No copy was made.") }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a copy: whose, on whose word, until when.")
        @Argument(help: "The copy's id.") var id: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let export = try await client.json(.get, "/api/v1/exports/\(try EntryID.path(id))", APIExport.self)
            if json.json { return try Output.json(export, client) }
            Output.line(ExportText.whole(export))
        }
    }

    struct Fetch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a copy to a new file.",
            discussion: "Waits until it is made. The file is not sealed; the audit log records that it was fetched.")
        @Argument(help: "The copy's id.") var id: String
        @Option(name: .long, help: "The new file.") var out: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let path = "/api/v1/exports/\(try EntryID.path(id))"
            let export = try await ExportFetching(client: client)
                .fetch(try await client.json(.get, path, APIExport.self), to: out)
            if json.json { return try Output.json(export, client) }
            Output.line(ExportText.outcome(export, file: out))
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which request of the same person a copy answers.")
        @Argument(help: "The copy's id.") var id: String
        @Argument(help: "The request's reference or id.") var request: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = ExportRequestBody(request: try await RightsLookup.find(request, client).id)
            let path = "/api/v1/exports/\(try EntryID.path(id))/request"
            let export = try await client.json(.put, path, APIExport.self, body: try client.encode(body))
            if json.json { return try Output.json(export, client) }
            Output.line(ExportText.whole(export))
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a copy before its time: its key is destroyed and its file removed.")
        @Argument(help: "The copy's id.") var id: String
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let path = "/api/v1/exports/\(try EntryID.path(id))"
            if !yes {
                Terminal.warn(ExportText.whole(try await client.json(.get, path, APIExport.self)))
                guard Terminal.confirm("End it? Nobody can open it then; a new one can be made.") else { return }
            }
            _ = try await client.send(.delete, path)
            Output.line("Ended. Its key is destroyed.")
        }
    }
}
