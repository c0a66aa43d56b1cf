import ArgumentParser
import Web

/// Deleting what has been kept long enough.
struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Show, count and approve the deleting of what was kept long enough.",
        discussion: """
            Closed tickets, their files and the copies of imported mail are deleted daily after the periods of \
            [mailbox.retention]. The first run of a mailbox, and any that would touch more than one ticket in twenty, \
            is counted, mailed, and waits for `ticketd retention approve`.
            """,
        subcommands: [Show.self, Run.self, Approve.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show periods, what waits for an approval, and what was removed so far.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/retention", APIRetention.self)
            if json.json { return try Output.json(answer, client) }
            Output.line(RetentionText.whole(answer))
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count what would go, or let it run now instead of later today.",
            discussion: "What needs an approval still needs it.")
        @Argument(help: "One mailbox; all when absent.") var mailbox: String?
        @Flag(name: .long, help: "Only count; nothing is changed.") var dryRun = false
        @Flag(name: .long, help: "The time of this machine is right, although it went forward by more than a day.")
        var confirmClock = false
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let count = try client.encode(RetentionRunBody(mailbox: mailbox, dryRun: true))
            let answer = try await client.json(.post, "/api/v1/retention/run", APIRetentionDryRun.self, body: count)
            if json.json, dryRun { return try Output.json(answer, client) }
            Output.line(RetentionText.dryRun(answer))
            if dryRun { return }
            if confirmClock { return try await confirm(client) }
            if !yes, !Terminal.confirm("Let retention look now?") { return }
            _ = try await client.send(
                .post, "/api/v1/retention/run",
                body: try client.encode(RetentionRunBody(mailbox: mailbox, dryRun: false)))
            Output.line("It looks within a minute; see `ticketd retention show`.")
        }

        private func confirm(_ client: AdminClient) async throws {
            if !yes, !Terminal.confirm("Is the time right that `date` shows on this machine?") { return }
            let answer = try await client.json(.post, "/api/v1/retention/clock", APIClockConfirmation.self)
            Output.line(
                answer.wasPaused ? "Retention goes on." : "Retention was not paused; nothing was to be confirmed.")
        }
    }

    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a run that was counted and mailed delete what it counted.",
            discussion: "For admins and the data protection officer. It cannot be undone.")
        @Argument(help: "The mailbox.") var mailbox: String
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            guard let name = PlainName(mailbox)?.text else {
                throw OperatorError(
                    "that is no name of a mailbox", thing: "MAILBOX", remedy: "`ticketd mailboxes list` shows them.",
                    exitCode: .usage)
            }
            let status = try await client.json(.get, "/api/v1/retention", APIRetention.self)
            let waiting = status.mailboxes.first { $0.mailbox == name }?.waiting
            if let waiting, !json.json { RetentionText.plan(waiting.plan).forEach(Output.line) }
            if !yes, waiting != nil, !Terminal.confirm("Delete this? It cannot be undone.") { return }
            let line = try await client.json(.post, "/api/v1/retention/\(name)/approve", APIRetentionLine.self)
            if json.json { return try Output.json(line, client) }
            Output.line("Approved. It begins within a minute; see `ticketd retention show`.")
        }
    }
}
