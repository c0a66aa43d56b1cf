import ArgumentParser
import Desk
import Foundation
import Web

/// The data protection officer: whether one is needed, who it is, and the tasks of the year (Art. 37 to 39).
struct OfficerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dpo", abstract: "The data protection officer (Art. 37-39): need, appointment, tasks of the year.",
        discussion: """
            `assess` asks whether one is needed, by Art. 37(1) and the law of the controller's country, and keeps the \
            dated decision with your reasons. `appoint` states who it is and whom that was told; name and address \
            stand in [dpo] of the configuration, from where notice, letters and forms take them. `tasks` lists what \
            Art. 39(1) asks for in a year; each due date is mailed once. It helps to decide and is no legal advice.
            """,
        subcommands: [Show.self, Assess.self, Appoint.self, Tasks.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the need, the officer, tasks and what is open.")
        @Option(name: .long, help: "How it is written.") var format = DocumentFormat.text
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            if format == .html, !json.json {
                let page = try await client.send(.get, "/api/v1/dpo?format=html")
                return Output.line(String(decoding: page, as: UTF8.self).trimmingCharacters(in: .newlines))
            }
            let officer = try await client.json(.get, "/api/v1/dpo", APIOfficer.self)
            if json.json || format == .json { return try Output.json(officer, client) }
            Output.line(OfficerText.whole(officer))
        }
    }

    struct Assess: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decide whether an officer is needed, and keep the decision.",
            discussion: "Without --persons it asks the questions one by one.")
        @Option(
            name: .long, parsing: .upToNextOption,
            help: """
                The questions that are answered with yes: public-authority, monitoring, special-data, \
                impact-assessment, data-trade.
                """)
        var yes: [String] = []
        @Option(name: .long, help: "How many are constantly busy with automated processing of personal data.")
        var persons: Int?
        @Option(name: .long, help: "Why, in your words.") var reasons: String?
        @Flag(name: .long, help: "One is appointed though none is needed.") var voluntary = false
        @Option(name: .long, help: "Who answers for data protection where none is needed.") var contact: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            var body = OfficerAssessmentBody(
                reasons: reasons ?? "", yes: yes, persons: persons ?? 0, voluntary: voluntary, contact: contact ?? "")
            if persons == nil {
                guard Terminal.isInteractive else {
                    throw OperatorError(
                        "nobody is there to be asked", thing: "--persons",
                        remedy: "Give the answers with --persons, --yes and --reasons.", exitCode: .usage)
                }
                body = OfficerInterview.body(given: body)
            }
            let officer = try await client.json(
                .post, "/api/v1/dpo/assessment", APIOfficer.self, body: try client.encode(body))
            if json.json { return try Output.json(officer, client) }
            Output.line(OfficerText.whole(officer))
        }
    }

    struct Appoint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "State who the officer is, since when, and whom that was told (Art. 37(5) to (7)).")
        @Option(name: .long, help: "internal or external.") var position: String
        @Option(name: .long, help: "Since when; a day such as 2026-03-05.") var from: String
        @Option(name: .long, help: "Until when.") var until: String?
        @Option(name: .long, help: "Expert knowledge of law and practice (Art. 37(5)).") var qualification: String
        @Option(name: .long, help: "Who stands in.") var deputy: String?
        @Option(name: .long, help: "The day the authority was told the contact data.") var toldAuthority: String?
        @Option(name: .long, help: "The day the contact data were published.") var published: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = OfficerAppointmentBody(
                position: position, from: from, until: until, qualification: qualification, deputy: deputy,
                toldAuthority: toldAuthority, published: published)
            let officer = try await client.json(
                .post, "/api/v1/dpo/appointment", APIOfficer.self, body: try client.encode(body))
            if json.json { return try Output.json(officer, client) }
            Output.line(OfficerText.whole(officer))
        }
    }
}

/// The questions, asked one by one.
enum OfficerInterview {
    static func body(given: OfficerAssessmentBody) -> OfficerAssessmentBody {
        var body = given
        body.yes = OfficerQuestion.allCases.filter { isYes($0.words) }.map(\.rawValue)
        let count = Terminal.ask("How many people are constantly busy with automated processing of personal data?")
        body.persons = count.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) } ?? -1
        if body.reasons.isEmpty { body.reasons = Terminal.ask("Your reasons, in a line:") ?? "" }
        if body.yes.isEmpty, body.voluntary != true {
            body.voluntary = isYes("Is one appointed all the same, even if none is needed?")
        }
        if body.voluntary != true, body.contact?.isEmpty ?? true {
            body.contact = Terminal.ask("Who answers for data protection if none is needed (name and address)?") ?? ""
        }
        return body
    }

    private static func isYes(_ question: String) -> Bool {
        let answer = (Terminal.ask("\(question) [y/N]") ?? "").lowercased()
        return answer == "y" || answer == "yes"
    }
}
