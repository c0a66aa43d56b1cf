import ArgumentParser
import Foundation

/// What the argument parser knows of a command, as far as a manual page tells it.
struct CommandDescription: Decodable, Sendable {
    struct Argument: Decodable, Sendable {
        struct Name: Decodable, Sendable {
            let kind: String
            let name: String

            var text: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: String
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool
        let valueName: String?
        let abstract: String?
        let defaultValue: String?
        let names: [Name]?

        /// As it is written: `--name value`, or `<value>`.
        var usage: String {
            let dots = isRepeating ? "..." : ""
            let value = "<\(valueName ?? "value")>\(dots)"
            switch kind {
            case "positional": return value
            case "flag": return spelling
            default: return "\(spelling) \(value)"
            }
        }

        private var spelling: String { (names ?? []).map(\.text).joined(separator: ", ") }
    }

    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    let arguments: [Argument]?
    let subcommands: [CommandDescription]?

    /// The whole program.
    static func program() throws(OperatorError) -> CommandDescription {
        struct Dump: Decodable { let command: CommandDescription }
        do {
            return try JSONDecoder().decode(Dump.self, from: Data(Ticketd._dumpHelp().utf8)).command
        } catch {
            throw OperatorError(
                "the definitions of the commands cannot be read", thing: "the argument parser",
                remedy: "Report this: it is a mistake in ticketd.", exitCode: .bug)
        }
    }
}
