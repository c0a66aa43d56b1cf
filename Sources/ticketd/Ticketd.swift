import ArgumentParser
import Foundation

/// The program. It reads the command line, runs one command, and says in one place how it ended.
@main
enum Program {
    static func main() async {
        do {
            var command = try Ticketd.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as OperatorError {
            Terminal.complain(error)
            exit(error.exitCode.rawValue)
        } catch {
            Ticketd.exit(withError: error)
        }
    }
}

/// `ticketd <noun> <verb>`.
struct Ticketd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticketd",
        abstract: "A helpdesk in your mailbox, with a working tool for each duty the GDPR puts on support mail.",
        discussion: """
            Customers write to your support address; ticketd makes tickets of their mail, sends your answers, each \
            with a way to unsubscribe, and keeps everything in an encrypted store. Start with `ticketd init ADDRESS`.
            """,
        version: Version.text,
        subcommands: [
            ServeCommand.self,
            InitCommand.self,
            CheckCommand.self,
            StatusCommand.self,
            ConfigCommand.self,
            KeysCommand.self,
            TicketsCommand.self,
            FiltersCommand.self,
            RepliesCommand.self,
            SignaturesCommand.self,
            PeopleCommand.self,
            RequestsCommand.self,
            OutboxCommand.self,
            MailboxesCommand.self,
            QuarantineCommand.self,
            BlockCommand.self,
            AgentsCommand.self,
            WebhooksCommand.self,
            TokensCommand.self,
            AuditCommand.self,
            ErasuresCommand.self,
            HoldsCommand.self,
            RecordsCommand.self,
            ProcessorsCommand.self,
            ScopeCommand.self,
            OfficerCommand.self,
            RetentionCommand.self,
            ConsentsCommand.self,
            ExportsCommand.self,
            BreachesCommand.self,
            ComplianceCommand.self,
            DPIACommand.self,
            BackupCommand.self,
            RestoreCommand.self,
            ParseCommand.self,
            ManualCommand.self,
        ])
}

enum Version {
    static let literal: StaticString = "0.1.0"
    static let text = literal.description
}
