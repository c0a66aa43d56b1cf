/// The manual page ticketd(8), made from the definitions of the commands. Macros of man(7), which every pager can show.
struct CommandManual: Sendable {
    private let program: CommandDescription

    /// Options every command has are told once.
    private static let common = ["--config", "--json", "--version", "-h, --help"]

    init() throws(OperatorError) {
        program = try CommandDescription.program()
    }

    var page: String {
        let parts = [
            [#".TH TICKETD 8 "" "ticketd \#(Version.text)" "System administration""#],
            [".SH NAME", "ticketd \\- helpdesk in a mailbox"],
            [".SH SYNOPSIS", ".B ticketd", ".I command", ".RI [ options ]"],
            [".SH DESCRIPTION"] + lines(program.abstract) + [".PP"] + lines(program.discussion),
            [".SH OPTIONS", "These belong to every command they make sense for."] + options,
            [".SH COMMANDS"] + commands(of: program, after: ""),
            [".SH EXIT STATUS"] + ExitStatus.allCases.flatMap { item(String($0.rawValue), $0.meaning) },
            [".SH SIGNALS"] + item("SIGTERM", "End gracefully: the mail in hand is finished.")
                + item("SIGHUP", "Take the configuration anew, all of it or nothing."),
            [".SH ENVIRONMENT"] + item("TICKETD_CONFIG", "The configuration file, when --config does not name one.")
                + item("TICKETD_SOCKET", "The admin socket of the daemon, whatever the configuration says.")
                + item("CREDENTIALS_DIRECTORY", "Where systemd puts the secrets of the service."),
            [".SH FILES"] + item(ConfigurationLoader.standardPath, "The configuration.")
                + item(SecretSources.credentialsFolder, "The root key and the passwords of the mailboxes.")
                + item(FirstRunLayout.standard.state, "The store.")
                + item(FirstRunLayout.standard.adminSocket, "Where the commands find the daemon."),
            [".SH SEE ALSO", ".BR ticketd.toml (5),", ".BR systemctl (1),", ".BR journalctl (1)"],
        ]
        return parts.joined().joined(separator: "\n") + "\n"
    }

    private var options: [String] {
        item("--config <path>", "The configuration file; \(ConfigurationLoader.standardPath) when absent.")
            + item("--json", "Print JSON instead of text.") + item("-h, --help", "Tell how the command is used.")
            + item("--version", "Tell the version.")
    }

    private func commands(of parent: CommandDescription, after words: String) -> [String] {
        let name = words.isEmpty ? parent.commandName : words + " " + parent.commandName
        return (parent.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }.flatMap { command in
            let below = commands(of: command, after: name)
            return below.isEmpty ? section(command, name: name + " " + command.commandName) : below
        }
    }

    private func section(_ command: CommandDescription, name: String) -> [String] {
        let own = (command.arguments ?? []).filter { argument in
            argument.shouldDisplay && !Self.common.contains { argument.usage.hasPrefix($0) }
        }
        let positions = own.filter { $0.kind == "positional" }
            .map { $0.isOptional ? "[\($0.usage)]" : $0.usage }
        let title = ([name] + positions).joined(separator: " ")
        return [".SS " + Roff.argument(title)] + lines(command.abstract) + paragraph(command.discussion)
            + own.flatMap { item($0.usage, note($0)) }
    }

    private func note(_ argument: CommandDescription.Argument) -> String {
        guard let value = argument.defaultValue, argument.kind != "flag" else { return argument.abstract ?? "" }
        return "\(argument.abstract ?? "") (default \(value))"
    }

    private func paragraph(_ text: String?) -> [String] { text.map { [".PP"] + lines($0) } ?? [] }

    private func item(_ name: String, _ text: String) -> [String] {
        [".TP", ".B " + Roff.argument(name)] + lines(text)
    }

    private func lines(_ text: String?) -> [String] {
        (text ?? "").split(separator: "\n").map { Roff.line(String($0)) }
    }
}
