import ArgumentParser
import Web

/// Mails that could not be read.
struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine", abstract: "List mails that could not be read.", subcommands: [List.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the quarantine.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/quarantine", APIQuarantine.self)
            if json.json { return try Output.json(answer, client) }
            for mail in answer.quarantine {
                let ticket = mail.ticket.map { "#\($0)" } ?? "-"
                let place = "\(mail.mailbox)  UID \(mail.uid)"
                Output.line("\(mail.id)  \(place)  \(mail.size) bytes  \(ticket)  \(mail.reason)")
            }
            if answer.quarantine.isEmpty { Output.line("The quarantine is empty.") }
        }
    }
}
