import ArgumentParser
import Desk
import Foundation
import Glibc
import Web

/// Replacing keys.
extension KeysCommand {
    /// Replaces what wraps: an epoch through the running daemon, the root with or without it.
    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Replace the key that wraps people's keys, or with --root the root key.",
            discussion: """
                Without --root: asks the daemon to wrap every person's key under a new key and to destroy the old one, \
                while it goes on working. Copies of keys.db made before still open with the root key. With --root: \
                makes a new root key, shows its escrow sheet, wraps all keys under it and destroys the old one. From \
                then on every older copy of keys.db is dead, and with it what only such a copy could still open, as \
                the data of somebody erased since. The old escrow sheet opens nothing in the store any more: destroy \
                it, or whoever has it and an older copy can read that. Make a backup of the keys right after. Either \
                can be interrupted and run again.
                """)
        @Flag(name: .long, help: "Replace the root key itself.") var root = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            #if DEBUG
                FaultInjection.install(environment: ProcessInfo.processInfo.environment)
            #endif
            let loaded = try config.load()
            guard !root else { return try rotateRoot(loaded) }
            let client = try config.client()
            var keys = try await client.json(.post, "/api/v1/keys/rotations", APIKeys.self)
            let world = World.live()
            while keys.waiting > 0 {
                try await world.sleep(.milliseconds(250))
                keys = try await client.json(.get, "/api/v1/keys", APIKeys.self)
            }
            Output.line("Every person's key is wrapped under key \(keys.epoch) now.")
        }

        private func rotateRoot(_ loaded: LoadedConfiguration) throws {
            umask(0o077)
            let rotation = RootRotation(loaded: loaded, show: Ceremony.run)
            switch try rotation.run() {
            case .replaced(let path):
                Output.line("The keys are wrapped under the new root key in \(path), and the old one is overwritten.")
                Output.line("Restart the daemon, then run `ticketd backup create`: no older copy of the keys opens.")
            case .waiting(let path):
                Output.line("The keys are wrapped under the new root key in \(path).")
                Output.line(
                    "Put it where the old one is kept (for the encrypted store: systemd-creds encrypt "
                        + "--name=ticketd.root), remove this file, restart the daemon, run `ticketd backup create`.")
            }
        }
    }
}
