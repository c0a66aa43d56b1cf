import ArgumentParser
import Desk
import Foundation
import Glibc
import Mail
import Store

/// The guided first run: a working configuration, the keys, the escrow sheet, and what remains to be done.
///
/// At a terminal it asks; without one it takes what the options say and leaves the rest as comments. It can be
/// interrupted and run again: a file that somebody wrote is never overwritten, an existing key without a store is used.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Set ticketd up for a support address.",
        discussion: "ticketd init support@example.com")

    @Argument(help: "The support address.") var address: String
    @Option(name: .long, help: "Put everything under this folder instead of /etc and /var.", completion: .directory)
    var dir: String?
    @Option(name: .long, help: "The IMAP server, such as imaps://imap.example.com.") var imap: String?
    @Option(name: .long, help: "The SMTP server, such as smtps://smtp.example.com.") var smtp: String?
    @Option(name: .long, help: "The login name, when it is not the address.") var username: String?
    @Option(name: .long, help: "Read the mailbox's password from this file instead of asking.", completion: .file())
    var passwordFile: String?
    @Option(name: .long, help: "The https address of this desk, for the unsubscribe links.") var publicURL: String?
    @Option(name: .long, help: "What customers see as the sender.") var name: String?
    @Option(name: .long, help: "Whose Authentication-Results to believe.") var authservID: String?
    @Option(name: .long, help: "A CA certificate for the mail servers.", completion: .file()) var caFile: String?

    func run() async throws {
        guard let parsed = EmailAddress(address) else {
            throw OperatorError(
                "that is no mail address", thing: "the argument", remedy: "Write it like support@example.com.",
                exitCode: .usage)
        }
        umask(0o077)
        let layout = dir.map(FirstRunLayout.under) ?? .standard
        let account = ServiceAccount(named: layout.serviceUser)
        let firstRun = FirstRun(layout: layout, isAttended: Terminal.isInteractive, account: account)
        var answers = given(parsed)
        if layout.isConfigured {
            try firstRun.use(try LoadedConfiguration.load(path: layout.configuration), for: &answers)
        } else {
            try firstRun.complete(&answers)
            try firstRun.writeConfiguration(answers)
        }
        try firstRun.writePassword(answers, from: passwordFile)
        if layout.serviceUser != nil, geteuid() == 0, account == nil {
            Terminal.warn(
                "There is no user \(layout.serviceUser ?? "") yet: run `make install`, then give it the state folder "
                    + "with `chown -R ticketd: \(layout.state)`.")
        }
        try await makeKeys(try LoadedConfiguration.load(path: layout.configuration), account)
        print(NextSteps(answers: answers, layout: layout).text)
    }

    private func given(_ address: EmailAddress) -> FirstRunAnswers {
        var answers = FirstRunAnswers(address: address)
        if let imap { answers.imap = imap }
        if let smtp { answers.smtp = smtp }
        if let username { answers.username = username }
        answers.publicURL = publicURL ?? ""
        answers.serviceName = name ?? ""
        answers.authservID = authservID ?? ""
        answers.caFile = caFile ?? ""
        return answers
    }

    /// An existing store keeps its keys; whoever was interrupted at the sheet can have it again.
    private func makeKeys(_ loaded: LoadedConfiguration, _ account: ServiceAccount?) async throws {
        if StateFiles(directory: loaded.configuration.service.stateDirectory).hasDesk {
            Terminal.warn("The store exists and keeps its keys; `ticketd keys escrow` shows the sheet again.")
            return
        }
        let root = try await KeyMaking.make(loaded, account: account, world: .live())
        try KeysCommand.Ceremony.run(root)
    }
}
