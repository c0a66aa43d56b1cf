import ArgumentParser
import Foundation

/// The record of processing activities, made anew each time.
struct RecordsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records", abstract: "Print the record of processing activities (Art. 30 GDPR).",
        discussion: """
            It is made of the configuration in force, the register of processors, the decision on the scope and the \
            dictionary of every stored column, so that it cannot drift from what is done. `--format html` is one file \
            to read or to print: `ticketd records --format html > record.html`. What is not stated is shown as not \
            stated. It is evidence of what is processed, and no certificate.
            """)
    @Option(name: .long, help: "json, csv or html.") var format = "json"
    @OptionGroup var config: ConfigOption
    @OptionGroup var json: JSONOption

    func run() async throws {
        guard ["json", "csv", "html"].contains(format) else {
            throw OperatorError(
                "that is no format of the record", thing: "--format", remedy: "Use json, csv or html.", exitCode: .usage
            )
        }
        let client = try config.client()
        let chosen = json.json ? "json" : format
        let bytes = try await client.send(.get, "/api/v1/records?format=\(chosen)")
        Output.line(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines))
    }
}
