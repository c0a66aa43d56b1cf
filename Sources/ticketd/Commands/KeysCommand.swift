import ArgumentParser
import Desk
import Foundation
import Glibc
import Vault

/// The root key and what hangs on it. Works without the daemon.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Make the keys, see how they stand, replace them, print or restore the escrow sheet, sign mail.",
        subcommands: [Init.self, Status.self, Rotate.self, Escrow.self, DKIM.self])

    struct Init: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make the root key and an empty store; print the escrow sheet.")
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let loaded = try config.load()
            umask(0o077)
            let isStandard = loaded.path == ConfigurationLoader.standardPath
            let account = ServiceAccount(named: isStandard ? FirstRunLayout.standard.serviceUser : nil)
            let root = try await KeyMaking.make(loaded, account: account, world: .live())
            try Ceremony.run(root)
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which root key there is, whether it fits, and what wraps people's keys.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let loaded = try config.load()
            let status = try KeyStatus(loaded)
            print(json.json ? status.json : status.text)
            if !status.fits { throw ExitCode(ExitStatus.problemsFound.rawValue) }
        }
    }

    struct Escrow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the escrow sheet of the root key, or make the key file from one.")
        @Flag(name: .long, help: "Read 24 words from standard input and write the key file.")
        var restore = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let loaded = try config.load()
            guard restore else { return try Ceremony.run(try RootKey.read(loaded)) }
            umask(0o077)
            Terminal.warn("Type the 24 words of the sheet, in any number of lines, then end the input (Ctrl-D).")
            let words = Input.everything().split(whereSeparator: \.isWhitespace).map(String.init)
            guard let root = EscrowSheet.parse(words) else {
                let place = EscrowSheet.firstUnknownWord(in: words).map { "word \($0) is on no sheet" }
                throw OperatorError(
                    "these words are no escrow sheet",
                    thing: place ?? "\(words.count) words whose check does not fit",
                    remedy: "Compare with the paper and type them again.", exitCode: .usage)
            }
            let path = try KeyMaking.path(of: loaded.configuration.keys.root)
            try KeyMaking.write(root, to: path)
            print("Written to \(path). `ticketd keys status` tells whether it opens the store.")
        }
    }

    /// Shows the sheet and has two of its words typed again.
    enum Ceremony {
        static func run(_ root: SecretBytes) throws {
            guard let sheet = EscrowSheet(root: root) else {
                throw OperatorError(
                    "the root key has no sheet", thing: "keys.root", remedy: "It must have 32 bytes.",
                    exitCode: .configuration)
            }
            let (first, second) = try EscrowSheet.positionsToRetype()
            let outcome = try EscrowCeremony.run(
                sheet, positions: [first, second], isAttended: Terminal.isInteractive,
                show: { Terminal.write($0, to: STDOUT_FILENO) }, ask: Terminal.ask)
            switch outcome {
            case .confirmed: print("Confirmed. Put the sheet away.")
            case .unattended:
                Terminal.warn("Nobody is at a terminal: no words were asked for again. Keep the sheet above.")
            }
        }
    }
}
