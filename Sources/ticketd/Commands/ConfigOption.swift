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
