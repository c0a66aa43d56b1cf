import ArgumentParser
import Desk
import Web

/// What the data protection officer has to do in a year, and did.
extension OfficerCommand {
    struct Tasks: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The tasks of the year (Art. 39(1)): list, add, done, move.",
            discussion: "Only the officer adds, moves and finishes them: nobody gives instructions (Art. 38(3)).",
            subcommands: [List.self, Add.self, Done.self, Move.self], defaultSubcommand: List.self)

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "List them, the soonest first.")
            @OptionGroup var config: ConfigOption
            @OptionGroup var json: JSONOption

            func run() async throws {
                let client = try config.client()
                let officer = try await client.json(.get, "/api/v1/dpo", APIOfficer.self)
                if json.json { return try Output.json(officer.tasks, client) }
                Output.line(OfficerText.tasks(officer))
            }
        }

        struct Add: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Add one of your own.")
            @Argument(help: "What is to be done.") var words: String
            @Option(name: .long, help: "By when; a day such as 2026-03-05.") var due: String
            @Option(name: .long, help: "The article it is for.") var article: String?
            @OptionGroup var config: ConfigOption

            func run() async throws {
                let client = try config.client()
                let body = OfficerTaskBody(words: words, due: due, article: article)
                let officer = try await client.json(
                    .post, "/api/v1/dpo/tasks", APIOfficer.self, body: try client.encode(body))
                Output.line(OfficerText.tasks(officer))
            }
        }

        struct Done: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Write down that one was done today.")
            @Argument(help: "Its key, such as 2026-audit.") var key: String
            @Option(name: .long, help: "What was done, and what was found.") var note: String
            @OptionGroup var config: ConfigOption

            func run() async throws {
                let client = try config.client()
                let officer = try await client.json(
                    .post, "/api/v1/dpo/tasks/\(OfficerText.segment(key))/done", APIOfficer.self,
                    body: try client.encode(OfficerTaskBody(words: note)))
                Output.line(OfficerText.tasks(officer))
            }
        }

        struct Move: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Make one due on another day, and say why.")
            @Argument(help: "Its key, such as 2026-audit.") var key: String
            @Option(name: .long, help: "The new day.") var due: String
            @Option(name: .long, help: "Why.") var reasons: String
            @OptionGroup var config: ConfigOption

            func run() async throws {
                let client = try config.client()
                let officer = try await client.json(
                    .post, "/api/v1/dpo/tasks/\(OfficerText.segment(key))/due", APIOfficer.self,
                    body: try client.encode(OfficerTaskBody(words: reasons, due: due)))
                Output.line(OfficerText.tasks(officer))
            }
        }
    }
}
