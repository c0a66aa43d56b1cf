import Desk
import Foundation
import Glibc
import Store
import Vault

/// The store of a configuration, opened with its lock and its keys, and every way in which that can fail put into
/// words.
struct OpenedStore: Sendable {
    let store: Store
    let lock: InstanceLock

    static func lock(_ directory: String) throws(OperatorError) -> InstanceLock {
        do throws(InstanceLock.Failure) {
            return try InstanceLock(directory: directory)
        } catch {
            switch error {
            case .held(let process):
                throw OperatorError(
                    "ticketd is already running on this store\(process.map { " as process \($0)" } ?? "")",
                    thing: directory, remedy: "Stop it with `systemctl stop ticketd`, or leave it running.",
                    exitCode: .alreadyRunning)
            case .unusable(let code):
                throw OperatorError(
                    "the lock file cannot be used (errno \(code))", thing: directory + "/ticketd.lock",
                    remedy: "Make the folder writable for the user ticketd runs as.", exitCode: .inputOutput)
            }
        }
    }

    static func open(
        _ loaded: LoadedConfiguration, world: World,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(OperatorError) -> OpenedStore {
        let directory = loaded.configuration.service.stateDirectory
        guard FileManager.default.fileExists(atPath: directory) else { throw missing(directory) }
        try ProcessHygiene.refuseForeignState(directory)
        return try await open(loaded, root: try RootKey.read(loaded), world: world, progress: progress)
    }

    /// For a command that works without the daemon and ends soon. As root it reads the root key, which may be root's
    /// alone, and then becomes the owner of the folder, so that it leaves no file there that the daemon cannot open.
    static func openForCommand(_ loaded: LoadedConfiguration, world: World) async throws(OperatorError) -> OpenedStore {
        let directory = loaded.configuration.service.stateDirectory
        guard FileManager.default.fileExists(atPath: directory) else { throw missing(directory) }
        let root = try RootKey.read(loaded)
        ProcessHygiene.apply()
        try ProcessHygiene.becomeOwner(of: directory)
        return try await open(loaded, root: root, world: world)
    }

    /// With a root key that was read before.
    static func open(
        _ loaded: LoadedConfiguration, root: SecretBytes, world: World,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(OperatorError) -> OpenedStore {
        let directory = loaded.configuration.service.stateDirectory
        let lock = try lock(directory)
        try finishRestore(in: directory)
        do throws(Store.OpeningFailure) {
            let (keys, cabinet) = try Store.openKeys(directory: directory, root: root)
            let store = try await Store.open(
                directory: directory, keys: keys, cabinet: cabinet, world: world,
                ledgerCopies: loaded.configuration.privacy.ledgerCopies, progress: progress)
            return OpenedStore(store: store, lock: lock)
        } catch {
            throw Self.error(error, directory: directory)
        }
    }

    /// A restore that was ended after its commit goes forward.
    static func finishRestore(in directory: String) throws(OperatorError) {
        do throws(StoreFailure) {
            try RestoredFiles.finish(in: directory)
        } catch {
            throw Self.error(.storage(error), directory: directory)
        }
    }

    static func error(_ failure: Store.OpeningFailure, directory: String) -> OperatorError {
        switch failure {
        case .missing: missing(directory)
        case .alreadyThere:
            OperatorError(
                "there is a store already", thing: directory,
                remedy: "Nothing was changed. Use another state_dir for a new one.", exitCode: .usage)
        case .wrongRoot(let expected, let found):
            OperatorError(
                "the root key \(found.hex) does not open this store, which expects \(expected.hex)", thing: directory,
                remedy: "Put the right key where keys.root points, or restore it with `ticketd keys escrow --restore`.",
                exitCode: .configuration)
        case .foreign:
            OperatorError(
                "the database does not belong to these keys, or was made by a newer ticketd",
                thing: directory + "/desk.db",
                remedy: "Put back the desk.db and keys.db of one installation, or install the newer version.",
                exitCode: .dataDamaged)
        case .ledger(let fault): ledger(fault, directory: directory)
        case .storage(.damaged):
            OperatorError(
                "the store is damaged", thing: directory,
                remedy: "Restore both sets with `ticketd restore`.", exitCode: .dataDamaged)
        case .storage(let failure):
            OperatorError(
                "the store cannot be opened (\(failure.word.text))", thing: directory,
                remedy: "Check the disk and the owner of the folder.", exitCode: .inputOutput)
        }
    }

    private static func ledger(_ fault: LedgerFault, directory: String) -> OperatorError {
        let path = directory + "/erasures.log"
        let copy = "Put back the copy of a folder of privacy.ledger_copies; else see `ticketd help restore`."
        switch fault {
        case .damaged(let line):
            return OperatorError(
                "line \(line) of the erasure ledger is not what was written", thing: path, remedy: copy,
                exitCode: .dataDamaged)
        case .unknown(let line):
            return OperatorError(
                "line \(line) of the erasure ledger was written by a newer ticketd", thing: path,
                remedy: "Install the newer version.", exitCode: .dataDamaged)
        case .incomplete(let has, let needs):
            return OperatorError(
                "the erasure ledger has \(has) lines and the database has seen \(needs)", thing: path, remedy: copy,
                exitCode: .dataDamaged)
        case .storage(let failure):
            return OperatorError(
                "the erasure ledger cannot be used (\(failure.word.text))", thing: path,
                remedy: "Check the disk and the owner of the file.", exitCode: .inputOutput)
        }
    }

    private static func missing(_ directory: String) -> OperatorError {
        // What may not be looked at is not missing, and nobody should be told to make it anew.
        guard access(directory, R_OK | X_OK) == 0 || errno != EACCES else {
            return OperatorError(
                "the store may not be looked at", thing: directory,
                remedy: "Run the command with sudo, or as the user ticketd runs as.", exitCode: .inputOutput)
        }
        return OperatorError(
            "there is no store", thing: directory,
            remedy: "Make one with `ticketd init ADDRESS`, or with `ticketd keys init` for an existing configuration.",
            exitCode: .configuration)
    }
}
