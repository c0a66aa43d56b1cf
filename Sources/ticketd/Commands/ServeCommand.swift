import ArgumentParser
import Desk
import Foundation

/// The daemon. Validates first and ends with status 78 when the configuration is wrong, so that it cannot loop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the daemon.",
        discussion: "SIGTERM ends it gracefully, SIGHUP reloads the configuration, all of it or nothing.")

    @OptionGroup var config: ConfigOption
    @Option(name: .long, help: "terminal, journal or json; chosen by where standard error goes when absent.")
    var logFormat: String?

    func run() async throws {
        ProcessHygiene.apply()
        let environment = ProcessInfo.processInfo.environment
        #if DEBUG
            FaultInjection.install(environment: environment)
        #endif
        var format = LogFormat.standard(environment: environment)
        if let logFormat {
            guard let chosen = LogFormat(rawValue: logFormat) else {
                throw OperatorError(
                    "that is no log format", thing: "--log-format", remedy: "Use terminal, journal or json.",
                    exitCode: .usage)
            }
            format = chosen
        }
        let world = World.live()
        let loaded = try config.load()
        let log = Log(LogSink(format: format, now: world.now))
        try await Daemon(loaded, world: world, log: log, notify: SystemdNotify(environment: environment)).serve()
    }
}
