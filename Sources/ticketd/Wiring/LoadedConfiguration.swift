import Foundation

/// A configuration that was read and found right, and where it came from.
struct LoadedConfiguration: Sendable {
    let configuration: Configuration
    let path: String
    let secrets: SecretSources

    /// Reads it or says everything that is wrong with it, with exit status 78.
    static func load(path: String?) throws(OperatorError) -> LoadedConfiguration {
        let environment = ProcessInfo.processInfo.environment
        let path = path ?? environment["TICKETD_CONFIG"] ?? ConfigurationLoader.standardPath
        do throws(ConfigurationRejected) {
            let configuration = try ConfigurationLoader(environment: environment).load(path: path)
            return LoadedConfiguration(
                configuration: configuration, path: path, secrets: SecretSources(environment: environment))
        } catch {
            for problem in error.problems { Terminal.warn(problem.description) }
            throw OperatorError(
                "the configuration has \(error.problems.count == 1 ? "a problem" : "\(error.problems.count) problems")",
                thing: path,
                remedy: FileManager.default.fileExists(atPath: path)
                    ? "Mend what is listed above and run `ticketd config check`."
                    : "Run `ticketd init ADDRESS` to make one.",
                exitCode: .configuration)
        }
    }
}
