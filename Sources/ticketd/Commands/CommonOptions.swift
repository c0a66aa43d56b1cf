import ArgumentParser
import Foundation

/// `--config PATH`, on every command.
struct ConfigOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The configuration file.", valueName: "path"))
    var config: String?

    func load() throws(OperatorError) -> LoadedConfiguration {
        try LoadedConfiguration.load(path: config)
    }

    /// The same, with every problem by itself.
    func read() throws(ConfigurationRejected) -> LoadedConfiguration {
        try LoadedConfiguration.read(place: LoadedConfiguration.place(config))
    }

    /// The socket of the running daemon. Somebody who may not read the configuration still finds the standard one.
    func client() throws(OperatorError) -> AdminClient {
        let environment = ProcessInfo.processInfo.environment
        if let socket = environment["TICKETD_SOCKET"] { return AdminClient(socket: socket) }
        let path = config ?? environment["TICKETD_CONFIG"] ?? ConfigurationLoader.standardPath
        if config == nil, !FileManager.default.isReadableFile(atPath: path) {
            return AdminClient(socket: "/run/ticketd/admin.sock")
        }
        return AdminClient(socket: try load().configuration.service.adminSocket)
    }
}

/// `--json`, on every command that prints data.
struct JSONOption: ParsableArguments {
    @Flag(name: .long, help: "Print JSON instead of text.")
    var json = false
}

/// An address that need not stand on the command line: `-` asks for it, or reads it from a pipe.
enum AddressArgument {
    static func resolve(_ text: String) throws(OperatorError) -> String {
        guard text == "-" else { return text }
        guard let line = Terminal.ask("Address:"), !line.isEmpty else {
            throw OperatorError(
                "no address was given", thing: "standard input", remedy: "Type it, or pipe one line in.",
                exitCode: .usage)
        }
        return line
    }
}
