import ArgumentParser
import Web

/// Working with tickets from the command line, through the daemon.
struct TicketsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets", abstract: "List, show, open, answer and change tickets.",
        subcommands: [
            List.self, Show.self, Open.self, Reply.self, Note.self, Assign.self, Close.self, Reopen.self, Tag.self,
            Label.self, Priority.self, Merge.self, Split.self, Admit.self, Participants.self, Forward.self,
            Redact.self, Attachment.self, Undo.self, Draft.self, Snooze.self, Wake.self, Bulk.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List tickets, newest change first.",
            discussion: """
                What is put off to later is left out, unless --snoozed says otherwise or words are looked for. \
                `ticketd filters add` saves what narrows a list under a name; what stands beside --filter comes first. \
                Words that are looked for stand in the ticket, as they are or as the beginning of a word; between \
                quotation marks they stand together. With `--search -` they are read from standard input.
                """)
        @OptionGroup var criteria: CriteriaOptions
        @Option(name: .long, help: "What this saved filter lets through.") var filter: String?
        @Option(name: .long, help: "Words to look for in subjects, names, addresses, texts and file names.")
        var search: String?
        @Option(name: .long, help: "newest (the default) or relevance, which shows what fits the words best.")
        var order: String?
        @Option(name: .long, help: "Where the last page ended.") var after: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let words = search == "-" ? Input.everything() : search
            let body = try client.encode(
                TicketSearchBody(
                    text: words, criteria: try criteria.body(), filter: filter, order: order, after: after))
            let page = try await client.json(.post, "/api/v1/tickets/search", APITicketPage.self, body: body)
            if json.json { return try Output.json(page, client) }
            for ticket in page.tickets { Output.line(TicketText.line(ticket)) }
            if page.tickets.isEmpty, page.next == nil { Output.line("No tickets.") }
            if let remark = page.search.flatMap(SearchCoverageText.remark) { Output.line(remark) }
            if let next = page.next { Output.line("More: the same with --after \(next)") }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one ticket with its messages.")
        @Argument(help: "The ticket's number.") var number: String
        @Flag(name: .long, help: "Show quoted text too.") var unfold = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let ticket = try await client.json(.get, "/api/v1/tickets/\(try path(number))", APITicket.self)
            if json.json { return try Output.json(ticket, client) }
            Output.line(TicketText.whole(ticket, unfolded: unfold))
        }
    }

    struct Note: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add an internal note. Customers never see it.")
        @Argument(help: "The ticket's number.") var number: String
        @Option(name: .long, help: "The note; read from standard input when absent.") var text: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = try client.encode(TextBody(text: text ?? Input.everything()))
            let message = try await client.json(
                .post, "/api/v1/tickets/\(try path(number))/notes", APIMessage.self, body: body)
            if json.json { return try Output.json(message, client) }
            Output.line("Noted on #\(number).")
        }
    }

    struct Assign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Assign a ticket; an empty name takes it away.")
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "The agent.") var agent: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            try await Change.run(number, TicketPatchBody(assignee: agent), config, json)
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Close a ticket.")
        @Argument(help: "The ticket's number.") var number: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            try await Change.run(number, TicketPatchBody(status: "closed"), config, json)
        }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open a ticket again.")
        @Argument(help: "The ticket's number.") var number: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            try await Change.run(number, TicketPatchBody(status: "open"), config, json)
        }
    }

    struct Tag: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Set a ticket's tags; none takes all away.")
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "The tags.") var tags: [String] = []
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            try await Change.run(number, TicketPatchBody(tags: tags), config, json)
        }
    }

    /// One PATCH of a ticket.
    enum Change {
        static func run(
            _ number: String, _ change: TicketPatchBody, ifVersion: Int64? = nil, _ config: ConfigOption,
            _ json: JSONOption
        ) async throws {
            let client = try config.client()
            let condition = ifVersion.map { [(name: "If-Match", value: "\"\($0)\"")] } ?? []
            let ticket = try await client.json(
                .patch, "/api/v1/tickets/\(try path(number))", APITicket.self, body: try client.encode(change),
                headers: condition)
            if json.json { return try Output.json(ticket, client) }
            Output.line(TicketText.line(ticket))
        }
    }

    /// The number as it stands in a path: digits, whatever the shell handed over.
    static func path(_ number: String) throws(OperatorError) -> String {
        let digits = number.hasPrefix("#") ? String(number.dropFirst()) : number
        guard !digits.isEmpty, digits.utf8.count <= 15, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw OperatorError(
                "that is no ticket number", thing: "the argument",
                remedy: "Give the digits `ticketd tickets list` shows.", exitCode: .usage)
        }
        return digits
    }
}

private func path(_ number: String) throws(OperatorError) -> String { try TicketsCommand.path(number) }
