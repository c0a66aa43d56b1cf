import ArgumentParser
import Desk
import Foundation
import Glibc
import Store
import Vault

/// Puts the store back from a copy of each set, while the daemon is stopped.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put the store back from backups; the daemon must be stopped.",
        discussion: """
            Shows what it would do, and does it when you say yes. Whoever was erased or unsubscribed after the backups \
            were made stays so: the erasure ledger of the state folder, of privacy.ledger_copies and of the folders of \
            the copies is replayed, the longest of them, before anything is served. No mail leaves twice: answers that \
            waited become unknown and leave only by `ticketd outbox retry`. It can be interrupted at any instant and \
            run again. The files that stood there are put aside, and the daemon removes them after backup.keys.keep.
            """)
    @Option(name: .long, help: "A copy of the desk: desk-….db.") var desk: String
    @Option(name: .long, help: "A copy of the keys: keys-….db, best one made soon after the desk's.") var keys: String
    @Flag(name: .long, help: "Go on although lines of the erasure ledger are lost: a possible breach.")
    var acceptLedgerGap = false
    @Flag(name: .long, help: "Do it without asking.") var yes = false
    @OptionGroup var config: ConfigOption

    func run() async throws {
        #if DEBUG
            FaultInjection.install(environment: ProcessInfo.processInfo.environment)
        #endif
        let loaded = try config.load()
        let root = try RootKey.read(loaded)
        ProcessHygiene.apply()
        let directory = loaded.configuration.service.stateDirectory
        try makeFolder(directory, loaded)
        try ProcessHygiene.becomeOwner(of: directory)
        let lock = try OpenedStore.lock(directory)
        try OpenedStore.finishRestore(in: directory)
        let restoration = Restoration(
            directory: directory, sources: sources(loaded.configuration), root: root, world: World.live())
        do throws(RestoreFault) {
            let plan = try restoration.plan()
            Output.line(RestoreText.plan(plan))
            if let gap = plan.gap, !acceptLedgerGap { throw RestoreFault.ledgerGap(has: gap.has, needs: gap.needs) }
            guard yes || Terminal.isInteractive && Terminal.confirm("Do it?") else {
                return Output.line("Nothing was changed." + (Terminal.isInteractive ? "" : " Give --yes to do it."))
            }
            try await restoration.carryOut(plan, acceptsGap: acceptLedgerGap)
        } catch {
            throw Self.error(error, directory: directory)
        }
        withExtendedLifetime(lock) {}
        Output.line("Restored. Start the daemon, then look at `ticketd outbox list --state unknown`.")
    }

    private func sources(_ configuration: Configuration) -> Restoration.Sources {
        Restoration.Sources(
            desk: desk, keys: keys, ledgerFolders: configuration.privacy.ledgerCopies,
            backupFolders: [configuration.backup.desk.to, configuration.backup.keys.to].compactMap(\.self))
    }

    /// After the loss of a disk there is no folder, and it has to be the daemon's.
    private func makeFolder(_ directory: String, _ loaded: LoadedConfiguration) throws(OperatorError) {
        guard !FileManager.default.fileExists(atPath: directory) else { return }
        let isStandard = loaded.path == ConfigurationLoader.standardPath
        let account = ServiceAccount(named: isStandard ? FirstRunLayout.standard.serviceUser : nil)
        do throws(PrivateFile.Failure) {
            try PrivateFile.makeDirectory(directory, user: account?.user, group: account?.group)
        } catch {
            throw OperatorError(
                "the state folder cannot be made", thing: directory, remedy: "Make it for the user ticketd runs as.",
                exitCode: .inputOutput)
        }
    }

    static func error(_ fault: RestoreFault, directory: String) -> OperatorError {
        switch fault {
        case .unusable(let copy):
            OperatorError(
                "this copy cannot be restored: \(copy.problems.map(\.rawValue).joined(separator: "; "))",
                thing: copy.path, remedy: "Take another; `ticketd backup verify` looks at one.", exitCode: .dataDamaged)
        case .mixedUp:
            OperatorError(
                "the two copies are not one of each set", thing: "--desk and --keys",
                remedy: "Give desk-….db to --desk and keys-….db to --keys.", exitCode: .usage)
        case .ledgerGap(let has, let needs):
            OperatorError(
                "the erasure ledger that was found has \(has) lines and does not hold line \(needs) as it was written",
                thing: directory + "/erasures.log",
                remedy: "Put a newer copy of erasures.log into the state folder, or give --accept-ledger-gap.",
                exitCode: .dataDamaged)
        case .ledger(let fault): OpenedStore.error(.ledger(fault), directory: directory)
        case .opening(let failure): OpenedStore.error(failure, directory: directory)
        case .storage(let failure): OpenedStore.error(.storage(failure), directory: directory)
        }
    }
}
