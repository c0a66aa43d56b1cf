import ArgumentParser
import Web

/// What people may consent to.
extension ConsentsCommand {
    struct Purposes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What people may consent to: list, add, close.",
            subcommands: [List.self, Add.self, Close.self], defaultSubcommand: List.self)

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Show the purposes and the words that hold now.")
            @Flag(name: .long, help: "Every version of the words.") var all = false
            @OptionGroup var config: ConfigOption
            @OptionGroup var json: JSONOption

            func run() async throws {
                let client = try config.client()
                let answer = try await client.json(.get, "/api/v1/consents/purposes", APIPurposes.self)
                if json.json { return try Output.json(answer, client) }
                if answer.purposes.isEmpty { Output.line("No purposes.") }
                for purpose in answer.purposes { Output.line(ConsentText.whole(purpose, allVersions: all)) }
            }
        }

        struct Add: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Add a purpose, or other words for one, as a new version.",
                discussion: """
                    The words come from --text, --file or standard input: exactly what people sign up for, in plain \
                    text. Refused are several purposes in one, assumed consent, ticked boxes, remote images and \
                    tracking links. Passing does not make them lawful. The form is at /consent/CODE.
                    """)
            @Argument(help: "Its code: 1–64 of a–z A–Z 0–9 . _ -") var code: String
            @Option(name: .long, help: "One line: what it is about.") var title: String
            @Option(name: .long, help: "en or de.") var language = "en"
            @Option(name: .long, help: "How it can be withdrawn; a sentence of the program when absent.")
            var withdrawal: String?
            @Option(name: .long, help: "The mailbox that writes about it.") var mailbox: String?
            @Option(name: .long, help: "Months after which somebody should ask anew.") var review: Int?
            @Flag(name: .long, help: "Offered directly to children: their age is asked (Art. 8).") var children = false
            @OptionGroup var words: TextOptions
            @OptionGroup var config: ConfigOption
            @OptionGroup var json: JSONOption

            func run() async throws {
                let client = try config.client()
                let body = PurposeBody(
                    code: code, language: language, title: title, text: try words.read(), withdrawal: withdrawal,
                    mailbox: mailbox, reviewMonths: review, forChildren: children)
                let saved = try await client.json(
                    .post, "/api/v1/consents/purposes", APIPurpose.self, body: try client.encode(body))
                if json.json { return try Output.json(saved, client) }
                Output.line(ConsentText.whole(saved, allVersions: false))
            }
        }

        struct Close: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Ask nobody any more; no consent to it counts from then on.")
            @Argument(help: "Its code.") var code: String
            @Flag(name: .long, help: "Do not ask.") var yes = false
            @OptionGroup var config: ConfigOption

            func run() async throws {
                let client = try config.client()
                if !yes {
                    let question = "Close \(Output.safeLine(code))? Every consent to it stops counting."
                    guard Terminal.confirm(question) else { return }
                }
                _ = try await client.send(.post, "/api/v1/consents/purposes/\(try Self.path(code))/close")
                Output.line("Closed.")
            }

            private static func path(_ code: String) throws(OperatorError) -> String {
                let isCode = code.utf8.allSatisfy { byte in
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                        || [0x2D, 0x2E, 0x5F].contains(byte)
                }
                guard isCode, !code.isEmpty else {
                    throw OperatorError(
                        "this cannot be a code", thing: "the purpose",
                        remedy: "See `ticketd consents purposes list`.", exitCode: .usage)
                }
                return code
            }
        }
    }
}
