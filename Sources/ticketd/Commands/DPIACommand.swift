import ArgumentParser
import Desk
import Foundation
import Web

/// The impact assessment of Art. 35.
struct DPIACommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dpia", abstract: "Whether an impact assessment is needed (Art. 35): ask, draft, record.",
        discussion: """
            `screen` asks the nine criteria of WP 248 and keeps the dated decision, also when none is needed. `draft` \
            makes the document of Art. 35(7), filled with what the program knows; what only people know is marked as \
            to be written. `record` keeps that it was made. It helps to decide and is no legal advice.
            """,
        subcommands: [Show.self, Screen.self, Draft.self, Record.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the decision and the assessment.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let impact = try await client.json(.get, "/api/v1/dpia", APIImpact.self)
            if json.json { return try Output.json(impact, client) }
            Output.line(ImpactText.whole(impact))
        }
    }

    struct Screen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Answer the criteria and keep the decision.")
        @Option(
            name: .long, parsing: .upToNextOption,
            help: "The criteria answered with yes; all others are a no. Give `none` when all are.")
        var yes: [String] = []
        @Flag(name: .long, help: "Your authority's list of Art. 35(4) names such processing.") var listed = false
        @Flag(name: .long, help: "Your authority's list of Art. 35(5) exempts it.") var exempt = false
        @Option(name: .long, help: "Why, in your words.") var reasons: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            var body = ImpactBody(
                reasons: reasons ?? "", yes: yes.filter { $0 != "none" }, listed: listed, exempt: exempt)
            if yes.isEmpty {
                guard Terminal.isInteractive else {
                    throw OperatorError(
                        "nobody is there to be asked", thing: "--yes",
                        remedy: "Give the answers with --yes (or --yes none) and --reasons.", exitCode: .usage)
                }
                body.yes = ImpactCriterion.allCases.filter { ImpactText.isYes($0.words) }.map(\.rawValue)
                if body.reasons.isEmpty { body.reasons = Terminal.ask("Your reasons, in a line:") ?? "" }
            }
            let impact = try await client.json(.post, "/api/v1/dpia", APIImpact.self, body: try client.encode(body))
            if json.json { return try Output.json(impact, client) }
            Output.line(ImpactText.whole(impact))
        }
    }

    struct Draft: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a draft of the assessment (Art. 35(7)).")
        @Option(name: .long, help: "How it is written.") var format = DocumentFormat.text
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let chosen = json.json ? .json : format
            let bytes = try await config.client().send(.get, "/api/v1/dpia/draft?format=\(chosen.rawValue)")
            let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
            Output.line(chosen == .text ? Output.safe(text) : text)
        }
    }

    struct Record: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Keep that the assessment was made.")
        @Option(name: .long, help: "The day, such as 2026-03-05.") var on: String
        @Option(name: .long, help: "Who made it.") var by: String
        @Option(name: .long, help: "What the data protection officer advised (Art. 35(2)).") var advice: String
        @Option(name: .long, help: "What the people say, or why they were not asked (Art. 35(9)).") var views: String
        @Flag(name: .long, help: "A high risk remains in spite of the measures.") var residualHigh = false
        @Option(name: .long, help: "The day the authority was consulted (Art. 36).") var consulted: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = ImpactAssessmentBody(
                on: on, by: by, advice: advice, views: views, residualHigh: residualHigh, consultedOn: consulted)
            let impact = try await client.json(
                .post, "/api/v1/dpia/assessment", APIImpact.self, body: try client.encode(body))
            if json.json { return try Output.json(impact, client) }
            Output.line(ImpactText.whole(impact))
        }
    }
}

/// The decision as it stands on a terminal.
enum ImpactText {
    static func whole(_ impact: APIImpact) -> String {
        guard impact.asked, let decision = impact.decision else {
            return "Nobody has asked whether an impact assessment is needed. Run `ticketd dpia screen`."
        }
        var lines = [decision]
        if !impact.yes.isEmpty { lines.append("Criteria: \(impact.yes.joined(separator: ", "))") }
        lines.append("Reasons: \(Output.safe(impact.reasons ?? ""))")
        if let made = impact.assessment {
            lines.append("Made on \(made.on) by \(Output.safeLine(made.by)).")
            lines.append(made.residualHigh ? "A high risk remains (Art. 36)." : "No high risk remains.")
        } else if impact.needed == true {
            lines.append("Begin with `ticketd dpia draft`, and keep it with `ticketd dpia record`.")
        }
        return lines.joined(separator: "\n")
    }

    static func isYes(_ question: String) -> Bool {
        let answer = (Terminal.ask("\(question) [y/N]") ?? "").lowercased()
        return answer == "y" || answer == "yes"
    }
}
