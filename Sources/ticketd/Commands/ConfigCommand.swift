import ArgumentParser

/// Validates, shows and describes the configuration. Works without the daemon.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Validate, show or describe the configuration.",
        subcommands: [Check.self, Show.self, Describe.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validate the configuration; exit 78 when it is wrong.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() throws {
            guard !json.json else { return try printJSON() }
            let loaded = try config.load()
            print("\(loaded.path) is valid.")
            for question in loaded.configuration.unanswered { print("not answered yet: \(question)") }
        }

        /// One object either way, so that a program need not tell two kinds of output apart.
        private func printJSON() throws {
            var (problems, unanswered): ([ConfigurationProblem], [String]) = ([], [])
            do throws(ConfigurationRejected) {
                unanswered = try config.read().configuration.unanswered
            } catch {
                problems = error.problems
            }
            print(
                JSONText.object([
                    ("ok", .bool(problems.isEmpty)), ("problems", .list(problems.map(\.json))),
                    ("unanswered", .list(unanswered.map { .string($0) })),
                ]))
            if !problems.isEmpty { throw ExitCode(ExitStatus.configuration.rawValue) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the values in force, where each comes from, secrets masked.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() throws {
            let listing = ConfigurationListing(try config.load().configuration)
            print(json.json ? listing.json : listing.text, terminator: "")
        }
    }

    struct Describe: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the default configuration file with every setting explained.")

        func run() {
            print(ConfigurationDescription().text, terminator: "")
        }
    }
}
