import ArgumentParser
import Desk
import Web

/// Signing a mailbox in at its provider.
extension MailboxesCommand {
    struct Login: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign a mailbox in at its provider, with oauth in its settings.",
            discussion: """
                Asks the running daemon, which alone holds the tokens. With a device code it prints a page and a code: \
                open the page in any browser, on any machine. With flow = "code" it prints an address and waits for \
                the browser to come back to 127.0.0.1 on this machine; when the browser is elsewhere, forward the port \
                first (ssh -L PORT:127.0.0.1:PORT, with --port PORT) or use --paste. With flow = "client" nobody is \
                asked. An earlier sign-in stays good until this one succeeds. A device code goes on waiting when the \
                command is ended.
                """)
        @Argument(help: "The mailbox's name in the settings.") var name: String
        @Option(name: .long, help: "The port the browser comes back to; any free one when absent.") var port: UInt16?
        @Flag(name: .long, help: "Do not wait for the browser: ask for the address it ended at.") var paste = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let mailbox = try MailboxArgument.path(name)
            let login = MailboxLogin(client: client, mailbox: mailbox, isPasted: paste)
            let done = try await login.run(port: port)
            if json.json { return try Output.json(done, client) }
            Output.line("Mailbox \(mailbox) is signed in.")
            if done.problem != nil { SignInText.lines(done).dropFirst().forEach(Output.line) }
        }
    }

    struct Logout: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forget the token of a mailbox. The provider is not told.",
            discussion: """
                From then on the mailbox is neither read nor answered until somebody signs it in again. To end the \
                access for good take it away at the provider too.
                """)
        @Argument(help: "The mailbox's name in the settings.") var name: String
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let mailbox = try MailboxArgument.path(name)
            guard yes || Terminal.confirm("Forget the token of \(mailbox)? It is not read until it is signed in again.")
            else {
                throw OperatorError(
                    "nothing was done", thing: "mailbox \(mailbox)", remedy: "Say yes, or use --yes.", exitCode: .usage)
            }
            _ = try await config.client().send(.delete, "/api/v1/mailboxes/\(mailbox)/login")
            Output.line("Mailbox \(mailbox) is signed out.")
        }
    }
}

/// A mailbox's name as it stands in a path.
enum MailboxArgument {
    static func path(_ text: String) throws(OperatorError) -> String {
        guard let name = MailboxName(text) else {
            throw OperatorError(
                "this is not a mailbox's name", thing: Output.safeLine(text),
                remedy: "`ticketd mailboxes list` has the names.", exitCode: .usage)
        }
        return name.value
    }
}
