import ArgumentParser

/// Validates, shows and describes the configuration. Works without the daemon.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Validate, show or describe the configuration.",
        subcommands: [Check.self, Show.self, Describe.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Validate the configuration; exit 78 when it is wrong.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() throws {
            let loaded = try config.load()
            let open = loaded.configuration.unanswered
            if json.json {
                print(JSONText.object([("ok", .bool(true)), ("unanswered", .list(open.map { .string($0) }))]))
            } else {
                print("\(loaded.path) is valid.")
                for question in open { print("not answered yet: \(question)") }
            }
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
