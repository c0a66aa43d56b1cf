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
        for mailbox in status.mailboxes { Output.line(MailboxText.line(mailbox)) }
        let counts = status.outbox.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        Output.line("outbox: " + (counts.isEmpty ? "empty" : counts.map { "\($0.value) \($0.key)" }.joined(separator: ", ")))
        Output.line("quarantine: \(status.quarantine)")
        if let refusal = status.sendingRefusal { Output.line("NOTHING IS SENT: \(refusal)") }
    }
}

/// The mailboxes and what they are doing.
struct MailboxesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailboxes", abstract: "Show the state of each mailbox.", subcommands: [List.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the mailboxes.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/mailboxes", APIMailboxes.self)
            if json.json { return try Output.json(answer, client) }
            for mailbox in answer.mailboxes { Output.line(MailboxText.line(mailbox)) }
        }
    }
}

enum MailboxText {
    static func line(_ mailbox: APIMailbox) -> String {
        let last = mailbox.lastSuccessAt.map { "last read \(TicketText.day($0))" } ?? "not read yet"
        let problem = mailbox.problem.map { "  (\($0))" } ?? ""
        return "\(mailbox.name.padded(to: 12)) \(mailbox.state.padded(to: 12)) \(last), \(mailbox.imported) imported\(problem)"
    }
}

/// The outbox: what waits, what failed.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "List what waits to be sent; try again; take back.",
        subcommands: [List.self, Retry.self, Cancel.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the outbox.")
        @Option(name: .long, help: "queued, sending, sent, deferred, failed, suppressed, withdrawn or unknown.")
        var state: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let query = QueryText([("state", state)])
            let answer = try await client.json(.get, "/api/v1/outbox" + query.text, APIOutbox.self)
            if json.json { return try Output.json(answer, client) }
            for entry in answer.entries {
                let ticket = entry.ticket.map { "#\($0)" } ?? "-"
                let next = entry.nextAttemptAt.map { "next \(TicketText.day($0))" } ?? ""
                let reply = entry.lastReply.map { "last reply \($0)" } ?? ""
                Output.line(
                    [
                        entry.id, ticket.padded(to: 7), entry.mailClass, entry.state.padded(to: 10),
                        "tries \(entry.attempts)", next, reply, entry.reason ?? "",
                    ].filter { !$0.isEmpty }.joined(separator: "  "))
            }
            if answer.entries.isEmpty { Output.line("The outbox is empty.") }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Try a deferred, failed or unknown mail again now.")
        @Argument(help: "The entry's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            _ = try await config.client().send(.post, "/api/v1/outbox/\(try EntryID.path(id))/retry")
            Output.line("Queued again.")
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a mail back that has not been sent.")
        @Argument(help: "The entry's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(
                .post, "/api/v1/outbox/\(try EntryID.path(id))/withdraw", APIWithdrawal.self)
            guard answer.withdrawn else {
                throw OperatorError(
                    "it was too late", thing: "entry \(id)", remedy: "See its state in `ticketd outbox list`.",
                    exitCode: .unavailable)
            }
            Output.line("Taken back.")
        }
    }
}

/// An id of ours as it stands in a path.
enum EntryID {
    static func path(_ text: String) throws(OperatorError) -> String {
        guard text.utf8.count == 32, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else {
            throw OperatorError(
                "that is no id", thing: "the argument", remedy: "Ids have 32 digits, as the lists show them.",
                exitCode: .usage)
        }
        return text
    }
}

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
                Output.line("\(mail.id)  \(mail.mailbox)  UID \(mail.uid)  \(mail.size) bytes  \(ticket)  \(mail.reason)")
            }
            if answer.quarantine.isEmpty { Output.line("The quarantine is empty.") }
        }
    }
}
