import ArgumentParser
import Desk
import Foundation
import Web

/// The checks of the installation.
struct ComplianceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compliance",
        abstract: "Check the installation against the duties of the GDPR; write a bundle of evidence.",
        discussion: """
            Each check names its article, the tier of Art. 83, what was seen, what mends it and since when it is so. \
            The daemon makes them every day and raises an alarm when one begins to fail. It is evidence of measures \
            and judges no lawfulness. Ends with 1 when a check fails.
            """,
        subcommands: [Check.self, Export.self], defaultSubcommand: Check.self)

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make every check now.")
        @Option(
            name: .long,
            help: "Worldwide annual turnover in euro: failing checks name the most a fine can be by law.")
        var turnover: Int64?
        @Flag(name: .long, help: "Take a made-up person through first: in, copied, erased, with a certificate.")
        var roundTrip = false
        @Option(name: .long, help: "How it is written.") var format = DocumentFormat.text
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            if roundTrip {
                _ = try await client.json(.post, "/api/v1/compliance/round-trip", APIRoundTrip.self)
            }
            let more = turnover.map { "&turnover=\($0)" } ?? ""
            let report = try await client.json(
                .get, "/api/v1/compliance?format=json\(more)", APICompliance.self)
            if json.json || format == .json {
                try Output.json(report, client)
            } else if format == .html {
                Output.line(Pages().compliance(report))
            } else {
                Output.line(ComplianceText.whole(report))
            }
            if report.failed > 0 { throw ExitCode(ExitStatus.problemsFound.rawValue) }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the bundle of evidence: checks, record, processors, measures, notices, anchors.",
            discussion: """
                For a customer's or an authority's questionnaire. It holds what you configured and stated, documents \
                of the program and counts, and no data of customers. The audit log keeps the hash of the file.
                """)
        @Option(name: .shortAndLong, help: "The file to write, FILE.zip; it must not be there yet.") var out: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let bytes = try await config.client().send(.get, "/api/v1/compliance/evidence")
            do {
                try Data(bytes).write(to: URL(fileURLWithPath: out), options: .withoutOverwriting)
            } catch {
                throw OperatorError(
                    "the file could not be written", thing: out,
                    remedy: "Name one that is not there yet, in a folder you may write to.", exitCode: .inputOutput)
            }
            Output.line("Written to \(Output.safeLine(out)): \(bytes.count) bytes.")
        }
    }
}

/// The checks as they stand on a terminal: what fails first.
enum ComplianceText {
    static func whole(_ report: APICompliance) -> String {
        var lines = [report.about, ""]
        for outcome in ["fail", "warn", "unknown", "pass", "n/a"] {
            for check in report.checks where check.outcome == outcome { lines += Self.lines(check) }
        }
        lines.append("")
        lines += report.notChecked.map { "        \($0.id)  not looked at: \($0.title); \($0.reason)" }
        lines.append("")
        lines.append("\(report.failed) fail, \(report.warned) to be looked at, \(report.passed) pass.")
        if let turnover = report.turnover {
            lines.append("Ceilings by a turnover of \(turnover) euro, whichever is higher of amount and part.")
        }
        return lines.joined(separator: "\n")
    }

    private static func lines(_ check: APICompliance.Check) -> [String] {
        let mark = check.outcome.padding(toLength: 8, withPad: " ", startingAt: 0)
        let tier = check.tier == "none" ? "no fine" : "Art. \(check.tier)"
        var lines = [
            "\(mark)\(check.id)  \(check.title)",
            "             \(Output.safeLine(check.evidence))",
        ]
        guard check.outcome != "pass", check.outcome != "n/a" else { return lines }
        lines.append("             Art. \(check.article); fines \(tier); since \(MinuteText.of(check.since))")
        if let ceiling = check.ceiling { lines.append("             at most \(ceiling) euro by law") }
        if let remedy = check.remedy { lines.append("             → \(remedy)") }
        return lines
    }
}
