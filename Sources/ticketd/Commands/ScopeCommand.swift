import ArgumentParser
import Desk
import Web

/// Whether the GDPR applies (Art. 2 and 3), as somebody decided it.
struct ScopeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scope", abstract: "Whether the GDPR applies to this desk (Art. 3): show, decide.",
        discussion: """
            `decide` asks the questions of Art. 2, 3 and 27 in their order, or takes the answers from --yes, and \
            keeps the dated decision with your reasons. It helps to decide and is no legal advice; it is asked again \
            after a year.
            """,
        subcommands: [Show.self, Decide.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the decision and what follows from it.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let scope = try await client.json(.get, "/api/v1/scope", APIScope.self)
            if json.json { return try Output.json(scope, client) }
            Output.line(ScopeText.whole(scope))
        }
    }

    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Answer the questions and keep the decision.")
        @Option(
            name: .long, parsing: .upToNextOption,
            help: "The questions that are answered with yes; all others are a no, and nothing is asked.")
        var yes: [String] = []
        @Option(name: .long, parsing: .upToNextOption, help: "Signs of an offer to people in the Union.")
        var signs: [String] = []
        @Option(name: .long, help: "Why, in your words.") var reasons: String?
        @Option(name: .long, help: "The representative in the Union (Art. 27), name and address.")
        var representative: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            var body = ScopeBody(
                reasons: reasons ?? "", yes: yes, signs: signs, representative: representative ?? "")
            if yes.isEmpty {
                guard Terminal.isInteractive else {
                    throw OperatorError(
                        "nobody is there to be asked", thing: "--yes",
                        remedy: "Give the answers with --yes and --reasons.", exitCode: .usage)
                }
                body = ScopeInterview.body(given: body)
            }
            let scope = try await client.json(.post, "/api/v1/scope", APIScope.self, body: try client.encode(body))
            if json.json { return try Output.json(scope, client) }
            Output.line(ScopeText.whole(scope))
        }
    }
}

/// The questions, asked one by one; only those that still matter.
enum ScopeInterview {
    static func body(given: ScopeBody) -> ScopeBody {
        var (body, answers) = (given, ScopeAnswers())
        for question in ScopeQuestion.allCases where question.matters(after: answers) {
            if question == .offers {
                for sign in ScopeAnswers.Sign.allCases where isYes("  Sign of an offer, \(sign.words)?") {
                    answers.signs.append(sign)
                }
            }
            if isYes(question.words) { answers[keyPath: question.answer] = true }
        }
        body.yes = ScopeQuestion.allCases.filter { answers[keyPath: $0.answer] }.map(\.rawValue)
        body.signs = answers.signs.map(\.rawValue)
        if body.reasons.isEmpty { body.reasons = Terminal.ask("Your reasons, in a line:") ?? "" }
        if body.representative?.isEmpty ?? true {
            let isAbroad = [.offering, .monitoring].contains(ScopeDecision(answers, reasons: "").outcome)
            body.representative = isAbroad ? Terminal.ask("Representative in the Union (empty for none):") ?? "" : ""
        }
        return body
    }

    private static func isYes(_ question: String) -> Bool {
        let answer = (Terminal.ask("\(question) [y/N]") ?? "").lowercased()
        return answer == "y" || answer == "yes"
    }
}

extension ScopeAnswers.Sign {
    fileprivate var words: String {
        switch self {
        case .memberStateNamed: "the Union or a Member State is named in it"
        case .advertising: "it is advertised there"
        case .internationalActivity: "the activity is international, such as tourism"
        case .unionAddress: "there is an address or phone number for people there"
        case .unionDomain: "it has a domain such as .de or .eu"
        case .directions: "it has directions for travelling from there"
        case .customersMentioned: "customers from there are mentioned"
        case .languageOrCurrency: "it has a language or currency of there that is not yours"
        case .delivery: "it is delivered there"
        }
    }
}

/// The decision as it stands on a terminal.
enum ScopeText {
    static func whole(_ scope: APIScope) -> String {
        guard scope.decided, let outcome = scope.outcome else {
            return "Nobody has decided whether the GDPR applies. Run `ticketd scope decide`."
        }
        let applies = scope.applies ?? false
        var lines = ["The GDPR \(applies ? "applies" : "does not apply") (\(outcome)), decided by \(scope.by ?? "")."]
        lines.append("Reasons: \(Output.safe(scope.reasons ?? ""))")
        if let representative = scope.representative {
            lines.append("Representative in the Union: \(Output.safeLine(representative))")
        }
        lines += scope.followUps.map { "- \($0)" }
        if let review = scope.review { lines.append("Asked again on \(review).") }
        return lines.joined(separator: "\n")
    }
}
