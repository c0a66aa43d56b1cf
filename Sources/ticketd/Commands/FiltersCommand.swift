import ArgumentParser
import Web

/// Saved filters: queues of the desk, views of one's own.
struct FiltersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "filters", abstract: "Save what narrows a list under a name; list; remove.",
        subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the saved filters.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/filters", APIFilters.self)
            if json.json { return try Output.json(answer, client) }
            for filter in answer.filters {
                let whose = filter.own ? "own " : "desk"
                Output.line("\(filter.name.padded(to: 20)) \(whose)  \(filter.criteria.line)")
            }
            if answer.filters.isEmpty { Output.line("No saved filters.") }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Save a filter. `tickets list --filter NAME` then shows what it lets through.",
            discussion: "It shows nobody more than they may see.")
        @Argument(help: "Its name: 1–64 of a–z A–Z 0–9 . _ -") var name: String
        @Flag(name: .long, help: "For yourself alone, not for the whole desk.") var own = false
        @OptionGroup var criteria: CriteriaOptions
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = try client.encode(FilterBody(name: name, own: own, criteria: try criteria.body()))
            let filter = try await client.json(.post, "/api/v1/filters", APIFilter.self, body: body)
            if json.json { return try Output.json(filter, client) }
            Output.line("Saved: ticketd tickets list --filter \(filter.name)")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Remove a saved filter. No ticket changes.")
        @Argument(help: "Its name.") var name: String
        @Flag(name: .long, help: "Your own of that name, not the desk's.") var own = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let all = try await client.json(.get, "/api/v1/filters", APIFilters.self).filters
            guard let filter = all.first(where: { $0.name == name && $0.own == own }) else {
                throw OperatorError(
                    "there is no such filter", thing: Output.safeLine(name), remedy: "See `ticketd filters list`.",
                    exitCode: .usage)
            }
            _ = try await client.send(.delete, "/api/v1/filters/\(filter.id)")
            Output.line("Removed.")
        }
    }
}
