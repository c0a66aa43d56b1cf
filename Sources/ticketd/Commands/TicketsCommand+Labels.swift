import ArgumentParser
import Web

/// How soon a ticket wants somebody, and what it holds that the law protects more.
extension TicketsCommand {
    struct Label: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Mark what a ticket holds that the law protects more.",
            discussion: """
                The labels are art9 (health, belief and the other special categories), art10 (convictions) and minor \
                (the person is a child). They are apart from tags, are sealed like them, and each change is written \
                to the audit log. What is named is added; with --remove it is taken away.
                """)
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "art9, art10 or minor.") var labels: [String]
        @Flag(name: .long, help: "Take these labels away.") var remove = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let path = "/api/v1/tickets/\(try TicketsCommand.path(number))"
            let ticket = try await client.json(.get, path, APITicket.self)
            let kept = ticket.labels.filter { !labels.contains($0) }
            // Guarded by the version: a colleague's label must not get lost between reading and writing.
            try await Change.run(
                String(ticket.number), TicketPatchBody(labels: remove ? kept : kept + labels),
                ifVersion: ticket.version, config, json)
        }
    }

    struct Priority: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say how soon a ticket wants somebody.")
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "low, normal, high or urgent.") var priority: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            try await Change.run(number, TicketPatchBody(priority: priority), config, json)
        }
    }
}
