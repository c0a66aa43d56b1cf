import ArgumentParser
import Foundation
import Web

/// What the daemon saw, and a human decides about.
extension BreachesCommand {
    struct Candidates: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what the daemon saw that may be a breach; confirm or dismiss each.")
        @Flag(name: .long, help: "Decided ones too.") var all = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(
                .get, "/api/v1/breach-candidates?state=\(all ? "all" : "open")", APIBreachCandidates.self)
            if json.json { return try Output.json(answer, client) }
            if answer.candidates.isEmpty { Output.line("Nothing waits for a decision.") }
            for candidate in answer.candidates { Output.line(BreachText.line(candidate)) }
        }
    }

    struct Dismiss: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that a candidate is no breach, and why.")
        @Argument(help: "The candidate's id.") var id: String
        @Option(name: .long, help: "Why it is none; kept sealed.") var reasons: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let candidate = try await client.json(
                .post, "/api/v1/breach-candidates/\(try EntryID.path(id))/dismissal", APIBreachCandidate.self,
                body: try client.encode(BreachMoveBody(reasons: reasons)))
            if json.json { return try Output.json(candidate, client) }
            Output.line(BreachText.line(candidate))
        }
    }

    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a candidate is a breach: it gets a number, and its 72 hours run from now.")
        @Argument(help: "The candidate's id.") var id: String
        @Option(name: .long, help: "Who decided it; kept sealed.") var decidedBy: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let candidate = try await client.json(
                .post, "/api/v1/breach-candidates/\(try EntryID.path(id))/confirmation", APIBreachCandidate.self,
                body: try client.encode(BreachConfirmationBody(decidedBy: decidedBy)))
            if json.json { return try Output.json(candidate, client) }
            Output.line(BreachText.line(candidate))
        }
    }
}

extension BreachText {
    static func line(_ candidate: APIBreachCandidate) -> String {
        let decision =
            switch candidate.decision {
            case "confirmed": "is breach \(candidate.breach ?? 0)"
            case "dismissed": "dismissed: \(Output.safeLine(candidate.reasons ?? ""))"
            default: "waits for a decision"
            }
        return "\(candidate.id)  \(candidate.at.formatted(.iso8601))  \(candidate.sign.padded(to: 15)) "
            + "\(Output.safeLine(candidate.what)); \(decision)"
    }
}
