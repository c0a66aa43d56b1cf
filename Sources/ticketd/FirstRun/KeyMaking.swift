import Desk
import Foundation
import Glibc
import Store
import Vault

/// Makes the root key and an empty store for a configuration. Never over an existing key, never for an existing store.
enum KeyMaking {
    /// Where a new root key is written: the file named, or the folder of plain credentials.
    static func path(of reference: SecretReference) throws(OperatorError) -> String {
        switch reference {
        case .file(let path): return path
        case .credential(let name): return SecretSources.credentialsFolder + "/" + name.text
        case .environment:
            throw OperatorError(
                "a root key cannot live in the environment", thing: "keys.root",
                remedy: "Use \"credential:root\" or \"file:/path\".", exitCode: .configuration)
        }
    }

    /// Makes both. A key that stands there already is used when no store exists yet, and a store that has only its keys
    /// is completed, so that a first run that was interrupted can be run again.
    ///
    /// As root it gives the state folder to the daemon's user and becomes the folder's owner before the first file in
    /// it is made, so that none ends up root's.
    static func make(
        _ loaded: LoadedConfiguration, account: ServiceAccount?, world: World
    ) async throws(OperatorError) -> SecretBytes {
        let directory = loaded.configuration.service.stateDirectory
        let files = StateFiles(directory: directory)
        guard !files.hasDesk else { throw OpenedStore.error(.alreadyThere, directory: directory) }
        let path = try path(of: loaded.configuration.keys.root)
        let root: SecretBytes
        if FileManager.default.fileExists(atPath: path) {
            root = try RootKey.read(loaded)
        } else {
            guard !files.hasKeys else { throw OpenedStore.error(.alreadyThere, directory: directory) }
            root = try fresh()
            try write(root, to: path)
        }
        do throws(PrivateFile.Failure) {
            try PrivateFile.makeDirectory(directory, user: account?.user, group: account?.group)
        } catch {
            throw unwritable(directory)
        }
        try ProcessHygiene.becomeOwner(of: directory)
        do throws(Store.OpeningFailure) {
            try close(try await store(files, root: root, world: world))
        } catch {
            throw OpenedStore.error(error, directory: directory)
        }
        return root
    }

    private static func store(
        _ files: StateFiles, root: SecretBytes, world: World
    ) async throws(Store.OpeningFailure) -> Store {
        guard files.hasKeys else {
            return try await Store.initialise(directory: files.directory, root: root, world: world)
        }
        // A run that ended between the two files. Keys are never thrown away, but a file without any holds none.
        let (keys, cabinet): (KeyRing, SQLiteKeyCabinet)
        do throws(Store.OpeningFailure) {
            (keys, cabinet) = try Store.openKeys(directory: files.directory, root: root)
        } catch .storage(.notFound) {
            unlink(files.keys)
            return try await Store.initialise(directory: files.directory, root: root, world: world)
        }
        return try await Store.open(
            directory: files.directory, keys: keys, cabinet: cabinet, world: world, create: true)
    }

    static func write(_ root: SecretBytes, to path: String) throws(OperatorError) {
        do throws(PrivateFile.Failure) {
            try PrivateFile.makeDirectory(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            var bytes = root.withUnsafeBytes { Array($0) }
            defer { for index in bytes.indices { bytes[index] = 0 } }
            try PrivateFile.create(path, bytes: bytes, mode: 0o400)
        } catch {
            guard error != .exists else {
                throw OperatorError(
                    "there is a key already", thing: path,
                    remedy: "It was not touched. Move it away first if you mean it.",
                    exitCode: .usage)
            }
            throw unwritable(path)
        }
    }

    static func fresh() throws(OperatorError) -> SecretBytes {
        do throws(VaultFailure) {
            return try SecretBytes(random: RootKey.byteCount)
        } catch {
            throw OperatorError(
                "the system has no random bytes", thing: "the root key", remedy: "Try again later.",
                exitCode: .unavailable)
        }
    }

    private static func close(_ store: Store) throws(Store.OpeningFailure) {
        do throws(StoreFailure) { try store.close() } catch { throw .storage(error) }
    }

    private static func unwritable(_ path: String) -> OperatorError {
        OperatorError(
            "it cannot be written", thing: path, remedy: "Run the command as root, or as the owner of the folder.",
            exitCode: .inputOutput)
    }
}
