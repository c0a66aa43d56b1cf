import Foundation

/// Reads the configuration: the main file, `conf.d/*.toml` beside it in the order of their names,
/// `TICKETD_SECTION__KEY` variables, then flags. It reports everything that is wrong at once, or returns a
/// configuration in which nothing is.
struct ConfigurationLoader: Sendable {
    static let standardPath = "/etc/ticketd/ticketd.toml"

    let environment: [String: String]
    let files: ConfigurationFiles
    let registry: SettingsRegistry

    init(
        environment: [String: String], files: ConfigurationFiles = .live, registry: SettingsRegistry = .standard
    ) {
        self.environment = environment
        self.files = files
        self.registry = registry
    }

    /// A setting given on the command line.
    struct Override: Sendable, Equatable {
        let key: String
        let value: String

        init(key: String, value: String) {
            self.key = key
            self.value = value
        }

        /// Reads `section.key=value`.
        init?(_ text: String) {
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
            key = String(text[..<equals])
            value = String(text[text.index(after: equals)...])
        }
    }

    func load(path: String, overrides: [Override] = []) throws(ConfigurationRejected) -> Configuration {
        var collector = SettingsCollector(registry: registry)
        var isComplete = true
        for file in [path] + overlays(beside: path) {
            do {
                collector.add(try document(file), file: file)
            } catch {
                collector.report(error.problem)
                isComplete = false
            }
        }
        for (variable, value) in environment.sorted(by: { $0.key < $1.key }) {
            guard let key = Self.key(ofVariable: variable) else { continue }
            collector.add(value, key: key, origin: .environment(variable))
        }
        for override in overrides {
            collector.add(override.value, key: override.key, origin: .flag(override.key))
        }
        // With a file missing or unreadable, what seems to be absent may only be unread.
        if isComplete { CrossChecks(registry: registry).run(on: &collector) }
        return try Configuration(collector)
    }

    /// `conf.d/*.toml` beside the main file.
    func overlays(beside path: String) -> [String] {
        let folder = (path as NSString).deletingLastPathComponent
        let directory = (folder as NSString).appendingPathComponent("conf.d")
        return files.names(directory).filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted()
            .prefix(ConfigurationLimits.overlays).map { (directory as NSString).appendingPathComponent($0) }
    }

    /// `TICKETD_SERVICE__LISTEN` is `service.listen`. Variables without a double underscore mean something else.
    static func key(ofVariable variable: String) -> String? {
        let prefix = "TICKETD_"
        guard variable.hasPrefix(prefix), variable.contains("__") else { return nil }
        return variable.dropFirst(prefix.count).components(separatedBy: "__").joined(separator: ".").lowercased()
    }

    private func document(_ path: String) throws(UnreadableFile) -> TOMLDocument {
        let bytes: [UInt8]
        do {
            bytes = try files.read(path, ConfigurationLimits.fileBytes)
        } catch {
            throw Self.unreadable(path, error)
        }
        return try TOMLDocument(bytes, path: path)
    }

    private static func unreadable(_ path: String, _ failure: ConfigurationFiles.ReadFailure) -> UnreadableFile {
        switch failure {
        case .missing:
            UnreadableFile(
                path: path, what: "the file does not exist", expected: "a configuration file",
                remedy: "run `ticketd init ADDRESS` to write one, or name another with --config")
        case .tooLarge:
            UnreadableFile(
                path: path, what: "the file is larger than 1 MiB", expected: "a configuration file",
                remedy: "check that it is the right file")
        case .refused(let code):
            UnreadableFile(
                path: path, what: "the file cannot be read (errno \(code))", expected: "a readable configuration file",
                remedy: "run the command with sudo, or as the user ticketd runs as")
        }
    }
}
