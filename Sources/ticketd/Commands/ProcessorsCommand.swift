import ArgumentParser
import Web

/// The register of processors (Art. 28).
struct ProcessorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "processors", abstract: "Who processes data for you (Art. 28), and where: list, add, end.",
        discussion: """
            The provider of the mailbox, the host of this machine, whoever keeps a backup: each with its contract, \
            what the contract says, and by what data may leave the European Economic Area. A server of the \
            configuration for which nobody is named is shown. What is stated stays; a newer statement takes its place.
            """,
        subcommands: [List.self, Add.self, End.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List them, with what is open about each.")
        @Flag(name: .long, help: "Those that ended, too.") var all = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let register = try await client.json(.get, "/api/v1/processors", APIProcessors.self)
            if json.json { return try Output.json(register, client) }
            Output.line(ProcessorText.whole(register, all: all))
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "State a processor, or state it anew under the same name.")
        @Argument(help: "What it is called.") var name: String
        @Option(name: .long, help: "What it does for you, on one line.") var service: String
        @Option(name: .long, help: "Its country as two letters.") var country: String
        @Option(name: .long, help: "A server of its own, as it stands in the configuration. Repeat it for more.")
        var host: [String] = []
        @Option(name: .long, help: "Which data it processes.") var data: String?
        @Option(name: .long, help: "By what data may leave the EEA: none, adequacy, scc, bcr or derogation.")
        var transfer: String?
        @Option(name: .long, help: "The day of the contract, such as 2026-03-05.") var agreement: String?
        @Option(
            name: .long, parsing: .upToNextOption,
            help: "What the contract says, by the letters of Art. 28(3): a b c d e f g h infringing-instruction.")
        var terms: [String] = []
        @Option(name: .long, help: "Whom it uses in turn.") var subprocessors: String?
        @Option(name: .long, help: "The day to look again.") var review: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            var body = ProcessorBody(name: name, service: service, country: country)
            (body.hosts, body.terms) = (host, terms)
            (body.data, body.transfer, body.agreement) = (data, transfer, agreement)
            (body.subprocessors, body.review) = (subprocessors, review)
            try await ProcessorsCommand.state(body, config, json)
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "State that a processor works for you no more. That it once did stays.")
        @Argument(help: "What it is called.") var name: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let register = try await client.json(.get, "/api/v1/processors", APIProcessors.self)
            guard let entry = register.processors.first(where: { $0.name == name && !$0.ended }) else {
                throw OperatorError(
                    "there is no such processor", thing: Output.safeLine(name),
                    remedy: "See `ticketd processors list`.",
                    exitCode: .usage)
            }
            var body = ProcessorBody(name: entry.name, service: entry.service, country: entry.country)
            (body.hosts, body.terms, body.ended) = (entry.hosts, entry.terms, true)
            (body.data, body.transfer, body.agreement) = (entry.data, entry.transfer, entry.agreement)
            (body.subprocessors, body.review) = (entry.subprocessors, entry.review)
            try await ProcessorsCommand.state(body, config, json)
        }
    }

    private static func state(_ body: ProcessorBody, _ config: ConfigOption, _ json: JSONOption) async throws {
        let client = try config.client()
        let register = try await client.json(
            .post, "/api/v1/processors", APIProcessors.self, body: try client.encode(body))
        if json.json { return try Output.json(register, client) }
        Output.line(ProcessorText.whole(register, all: false))
    }
}

/// The register as it stands on a terminal.
enum ProcessorText {
    static func whole(_ register: APIProcessors, all: Bool) -> String {
        let shown = register.processors.filter { all || !$0.ended }
        var lines = shown.flatMap(lines)
        if shown.isEmpty { lines.append("No processors.") }
        for host in register.unnamedHosts {
            lines.append("? \(Output.safeLine(host)): nobody is named who runs this server; yourself need not be")
        }
        return lines.joined(separator: "\n")
    }

    private static func lines(of entry: APIProcessors.Entry) -> [String] {
        let ended = entry.ended ? ", ended" : ""
        return ["\(Output.safeLine(entry.name)): \(Output.safeLine(entry.service)), \(entry.country)\(ended)"]
            + entry.open.map { "  ! \($0)" }
    }
}
