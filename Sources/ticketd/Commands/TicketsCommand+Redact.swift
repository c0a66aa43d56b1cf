import ArgumentParser
import Web

/// Other words in the place of those that name somebody.
extension TicketsCommand {
    struct Redact: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Replace what a message says, so that it names somebody no more.",
            discussion: """
                For messages of others that name an erased person, as `ticketd erasures show` lists them. The whole \
                text is replaced by what --text, --file or standard input holds, sealed under a new key; who else was \
                addressed is forgotten. Attachments stay. It is written to the audit log and cannot be undone.
                """)
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "The message's id.") var message: String
        @OptionGroup var words: TextOptions
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let text = try words.read()
            if !yes, !Terminal.confirm("Replace the message's text? It cannot be undone.") { return }
            let path =
                "/api/v1/tickets/\(try TicketsCommand.path(number))/messages/\(try EntryID.path(message))/redaction"
            _ = try await client.send(.post, path, body: try client.encode(TextBody(text: text)))
            Output.line("Replaced.")
        }
    }
}
