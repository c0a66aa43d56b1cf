import ArgumentParser
import Web

/// How the daemon stands.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how the daemon stands, in counts and states.")
    @OptionGroup var config: ConfigOption
    @OptionGroup var json: JSONOption

    func run() async throws {
        let client = try config.client()
        let status = try await client.json(.get, "/api/v1/status", APIStatus.self)
        if json.json { return try Output.json(status, client) }
        Output.line("running since \(TicketText.day(status.startedAt))")
        for mailbox in status.mailboxes { MailboxText.lines(mailbox).forEach(Output.line) }
        let counts = status.outbox.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        let words = counts.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        Output.line("outbox: " + (words.isEmpty ? "empty" : words))
        let unseen = status.quarantineUnseen > 0 ? " (\(status.quarantineUnseen) nobody has looked at)" : ""
        Output.line("quarantine: \(status.quarantine)\(unseen)")
        if status.webhooks.failing > 0 { Output.line("webhooks: \(status.webhooks.failing) failing") }
        if status.webhooks.disabled > 0 {
            Output.line("webhooks: \(status.webhooks.disabled) disabled; see `ticketd webhooks list`")
        }
        Output.line(SearchCoverageText.line(status.search))
        for alarm in status.alarms { AlarmText.lines(alarm).forEach(Output.line) }
        if let refusal = status.sendingRefusal { Output.line("NOTHING IS SENT: \(refusal)") }
    }
}
