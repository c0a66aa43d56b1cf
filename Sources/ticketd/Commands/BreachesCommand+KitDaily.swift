import ArgumentParser
import Vault
import Web

/// Kits that are there when they are needed: written at the opening of a breach and each day while it is open.
extension BreachesCommand {
    struct KitDaily: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "kit-daily",
            abstract: "Have the daemon write a kit of each open breach, at once and daily.",
            discussion: """
                Name a folder off this machine's disk in [privacy] breach_kits first. The passphrase is the data \
                protection officer's; it is asked for here and sent nowhere. What the daemon keeps, sealed, is what \
                the passphrase comes to: it seals kits that the passphrase opens, as `breaches kit` does. A kit goes \
                when its breach is closed. Run it again for another passphrase.
                """)
        @Option(name: .long, help: "Read the passphrase from this file.", completion: .file())
        var passphraseFile: String?
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let loaded = try config.load()
            guard let folder = loaded.configuration.privacy.breachKits else {
                throw OperatorError(
                    "no folder is named for kits", thing: "[privacy] breach_kits",
                    remedy: "Name one off this disk, restart ticketd, and run this again.", exitCode: .configuration)
            }
            let key = try BreachKit.key(of: try KitPassphrase.ask(file: passphraseFile))
            let client = try config.client()
            let body = BreachKitKeyBody(logN: Int(key.logN), salt: Hex.encode(key.salt), key: Hex.encode(key.bytes))
            _ = try await client.json(
                .post, "/api/v1/breach-kit-key", APIBreachKitKey.self, body: try client.encode(body))
            Output.line(
                "While a breach is open, its kit lies in \(folder) and is written anew each day. "
                    + "`python3 open-kit.py breach-N.kit` there opens it with this passphrase.")
        }
    }
}
