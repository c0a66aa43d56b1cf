import Foundation

/// A configuration that was read and found right, and where it came from.
struct LoadedConfiguration: Sendable {
    let configuration: Configuration
    let path: String
    let secrets: SecretSources

    /// The file that was named, else the one of the environment, else the standard one.
    static func place(_ path: String?) -> String {
        path ?? ProcessInfo.processInfo.environment["TICKETD_CONFIG"] ?? ConfigurationLoader.standardPath
    }

    /// What a command needs beside its name to mean this configuration.
    var option: String { path == ConfigurationLoader.standardPath ? "" : " --config \(path)" }

    static func read(place: String) throws(ConfigurationRejected) -> LoadedConfiguration {
        let environment = ProcessInfo.processInfo.environment
        let configuration = try ConfigurationLoader(environment: environment).load(path: place)
        return LoadedConfiguration(
            configuration: configuration, path: place, secrets: SecretSources(environment: environment))
    }

    /// Reads it or says everything that is wrong with it, with exit status 78.
    static func load(path: String?) throws(OperatorError) -> LoadedConfiguration {
        let place = place(path)
        do throws(ConfigurationRejected) {
            return try read(place: place)
        } catch {
            for problem in error.problems { Terminal.warn(problem.description) }
            throw OperatorError(
                "the configuration has \(error.problems.count == 1 ? "a problem" : "\(error.problems.count) problems")",
                thing: place,
                remedy: FileManager.default.fileExists(atPath: place) && !UnconfiguredFile.stands(at: place)
                    ? "Mend what is listed above and run `ticketd config check`."
                    : "Run `ticketd init ADDRESS` to make one.",
                exitCode: .configuration)
        }
    }

    /// The same with every secret of the mailboxes read now, for a process that is about to give up the right to.
    func withRememberedPasswords() -> LoadedConfiguration {
        let references = configuration.mailboxes.flatMap { mailbox -> [SecretReference] in
            let keys = mailbox.dkim.map(\.key)
            return if case .password(let reference) = mailbox.signIn { keys + [reference] } else { keys }
        }
        return LoadedConfiguration(
            configuration: configuration, path: path, secrets: secrets.remembering(references))
    }
}
