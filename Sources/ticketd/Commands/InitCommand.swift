import ArgumentParser
import Desk
import Foundation
import Glibc
import Mail
import Store

/// The guided first run: a mailbox that was seen to work, a configuration, the keys with their sheet, the first
/// agent and backups, and what remains to be done.
///
/// At a terminal it asks; without one it takes what the options say, leaves what they do not as comments, and says what
/// it cannot do without. It can be interrupted and run again: a file that somebody wrote is never overwritten, an
/// existing key without a store is used.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Set ticketd up for a support address.",
        discussion: """
            ticketd init support@example.com

            Looks for the mail servers (known providers, SRV records, autoconfig, guesses), tries the mailbox by \
            sending a mail to itself, asks who answers for the data, and writes the configuration. At the end it \
            prints what to do next. Everything it asks can be said by an option instead.
            """)

    @Argument(help: "The support address.") var address: String
    @Option(name: .long, help: "Put everything under this folder instead of /etc and /var.", completion: .directory)
    var dir: String?
    @OptionGroup(title: "The mailbox") var mailbox: FirstRunMailboxOptions
    @OptionGroup(title: "The desk and who answers for the data") var controller: FirstRunControllerOptions

    func run() async throws {
        guard let parsed = EmailAddress(address)?.withASCIIDomain else {
            throw OperatorError(
                "that is no mail address", thing: "the argument", remedy: "Write it like support@example.com.",
                exitCode: .usage)
        }
        umask(0o077)
        let layout = dir.map(FirstRunLayout.under) ?? .standard
        let account = ServiceAccount(named: layout.serviceUser)
        let firstRun = FirstRun(
            layout: layout, isAttended: Terminal.isInteractive, isOffline: mailbox.offline, account: account,
            passwordFile: mailbox.passwordFile, world: .live())
        var answers = FirstRunAnswers(address: parsed)
        mailbox.apply(to: &answers)
        controller.apply(to: &answers)
        if layout.isConfigured {
            try firstRun.use(try LoadedConfiguration.load(path: layout.configuration), for: &answers)
        } else {
            answers = try await firstRun.configure(answers)
        }
        if layout.serviceUser != nil, geteuid() == 0, account == nil {
            Terminal.warn(
                "There is no user \(layout.serviceUser ?? "") yet: run `make install`, then give it the state folder "
                    + "with `chown -R ticketd: \(layout.state)`.")
        }
        let loaded = try LoadedConfiguration.load(path: layout.configuration)
        try await makeStore(loaded, account, isAttended: firstRun.isAttended)
        print(NextSteps(answers: answers, layout: layout, open: loaded.configuration.unanswered).text)
    }

    /// An existing store keeps its keys; whoever was interrupted at the sheet can have it again.
    private func makeStore(
        _ loaded: LoadedConfiguration, _ account: ServiceAccount?, isAttended: Bool
    ) async throws {
        let world = World.live()
        let agent = FirstAgent(
            name: controller.agentName ?? "", email: controller.agentEmail ?? "", isAttended: isAttended, world: world)
        let desk = FirstDesk(loaded: loaded, agent: agent, world: world)
        FirstBackup(loaded: loaded, world: world).makeFolders(for: account)
        guard !StateFiles(directory: loaded.configuration.service.stateDirectory).hasDesk else {
            Terminal.warn("The store exists and keeps its keys; `ticketd keys escrow` shows the sheet again.")
            return try await desk.complete()
        }
        let root = try await KeyMaking.make(loaded, account: account, world: world)
        try await desk.furnish(root: root)
        try KeysCommand.Ceremony.run(root)
    }
}
