import ArgumentParser
import Foundation
import Store
import Vault

/// Looking at a copy.
extension BackupCommand {
    /// Opens a copy without serving it. Works without the daemon, and beside it.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a copy and look whether it is whole and opens; nothing is changed.",
            discussion: """
                Compares the copy with its manifest (size, SHA-256, number of tickets), has SQLite check all of it, \
                and opens what is kept in it for this purpose: a copy of the keys with the root key, a copy of the \
                desk with the keys of the store or of --keys. Exit status 0 when it is whole, 1 when it is not.
                """)
        @Argument(help: "A copy: desk-….db or keys-….db.") var path: String
        @Option(name: .long, help: "Open a copy of the desk with this copy of the keys instead of the store's.")
        var keys: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let loaded = try config.load()
            let root = try RootKey.read(loaded)
            let directory = loaded.configuration.service.stateDirectory
            let examination = BackupExamination(path, root: root, keys: ring(root, directory))
            print(json.json ? RestoreText.json(examination) : RestoreText.verdict(examination))
            if !examination.isWhole { throw ExitCode(ExitStatus.problemsFound.rawValue) }
        }

        /// Nil when there are no keys that open: a copy of the keys needs none, one of the desk is reported.
        private func ring(_ root: SecretBytes, _ directory: String) -> KeyRing? {
            do throws(Store.OpeningFailure) {
                return try Store.openKeys(copy: keys ?? StateFiles(directory: directory).keys, root: root).keys
            } catch {
                return nil
            }
        }
    }
}
