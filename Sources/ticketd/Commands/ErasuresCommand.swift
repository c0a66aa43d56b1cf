import ArgumentParser
import Web

/// Erasures under way and done.
struct ErasuresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erasures", abstract: "Show erasures and their certificates; let one go on, or take it back.",
        subcommands: [List.self, Show.self, Approve.self, Cancel.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List erasures, newest first.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/erasures", APIErasures.self)
            if json.json { return try Output.json(answer, client) }
            for erasure in answer.erasures { Output.line(ErasureText.line(erasure)) }
            if answer.erasures.isEmpty { Output.line("Nobody was erased.") }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show an erasure: its certificate, and messages of others that still name the person.")
        @Argument(help: "The erasure's id.") var id: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let erasure = try await client.json(.get, "/api/v1/erasures/\(try EntryID.path(id))", APIErasure.self)
            if json.json { return try Output.json(erasure, client) }
            Output.line(ErasureText.whole(erasure))
        }
    }

    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let an erasure beyond the daily limit go on; for the data protection officer.")
        @Argument(help: "The erasure's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let erasure = try await config.client().json(
                .post, "/api/v1/erasures/\(try EntryID.path(id))/approve", APIErasure.self)
            Output.line(ErasureText.outcome(erasure))
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an erasure back that has destroyed nothing yet.")
        @Argument(help: "The erasure's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            _ = try await config.client().send(.post, "/api/v1/erasures/\(try EntryID.path(id))/cancel")
            Output.line("Taken back. Nothing was erased.")
        }
    }
}
