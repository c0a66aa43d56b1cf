@testable import ticketd

/// Files in memory for the tests of the configuration, and the shortest configuration that is complete.
struct PaperDisk {
    var files: [String: String] = [:]

    /// The lines of a complete mailbox; some tests count them.
    static let mailbox = """
        [[mailbox]]
        name = "support"
        address = "support@example.com"
        imap = "imaps://imap.example.com"
        smtp = "smtps://smtp.example.com"
        password = "credential:support"

        """

    var access: ConfigurationFiles {
        let files = files
        return ConfigurationFiles(
            read: { path, most throws(ConfigurationFiles.ReadFailure) in
                guard let text = files[path] else { throw .missing }
                guard text.utf8.count <= most else { throw .tooLarge }
                return Array(text.utf8)
            },
            names: { folder in
                files.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
            })
    }

    /// Loads a configuration whose main file has this text.
    static func load(
        _ text: String, overlays: [String: String] = [:], environment: [String: String] = [:],
        overrides: [ConfigurationLoader.Override] = []
    ) throws(ConfigurationRejected) -> Configuration {
        var disk = PaperDisk(files: ["/etc/t/ticketd.toml": text])
        for (name, overlay) in overlays { disk.files["/etc/t/conf.d/" + name] = overlay }
        let loader = ConfigurationLoader(environment: environment, files: disk.access)
        return try loader.load(path: "/etc/t/ticketd.toml", overrides: overrides)
    }

    /// The problems of a configuration; none when it is right.
    static func problems(
        _ text: String, overlays: [String: String] = [:], environment: [String: String] = [:],
        overrides: [ConfigurationLoader.Override] = []
    ) -> [ConfigurationProblem] {
        do throws(ConfigurationRejected) {
            _ = try load(text, overlays: overlays, environment: environment, overrides: overrides)
            return []
        } catch {
            return error.problems
        }
    }
}
