import ArgumentParser

/// Prints the manual pages, for whoever installs them. They are made from the definitions of the commands and the
/// settings, so they cannot tell of others.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print a manual page: ticketd.8 or ticketd.toml.5.", shouldDisplay: false)

    @Argument(help: "The page.") var page: String

    func run() throws {
        switch page {
        case "ticketd.8": print(try CommandManual().page, terminator: "")
        case "ticketd.toml.5": print(ConfigurationManual.page, terminator: "")
        default:
            throw OperatorError(
                "there is no such page", thing: "the argument", remedy: "Use ticketd.8 or ticketd.toml.5.",
                exitCode: .usage)
        }
    }
}
