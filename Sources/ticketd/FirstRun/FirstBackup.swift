import Desk
import Foundation
import Store
import Vault

/// The first copy of both sets, made while `init` has the store to itself. That it could not be made is said and does
/// not stop the first run: the daemon tries again, and `check` keeps asking.
struct FirstBackup: Sendable {
    let loaded: LoadedConfiguration
    let world: World

    private var plans: [(set: BackupSet, folder: String)] {
        let plans = loaded.configuration.backup
        return [(BackupSet.desk, plans.desk.to), (.keys, plans.keys.to)].compactMap { set, folder in
            folder.map { (set, $0) }
        }
    }

    private var missing: [(set: BackupSet, folder: String)] {
        plans.filter { BackupFolder(path: $0.folder).newest($0.set) == nil }
    }

    /// As root, before the store's owner is taken on: the folders above may be root's.
    func makeFolders(for account: ServiceAccount?) {
        for (_, folder) in plans {
            let above = URL(fileURLWithPath: folder).deletingLastPathComponent().path
            do throws(PrivateFile.Failure) {
                try PrivateFile.makeDirectory(above, user: account?.user, group: account?.group)
                try PrivateFile.makeDirectory(folder, user: account?.user, group: account?.group)
            } catch {
                Terminal.warn("The folder for backups cannot be made: \(folder). Make it, or change [backup].")
            }
        }
    }

    func make(root: SecretBytes) async {
        do throws(OperatorError) {
            let opened = try await OpenedStore.open(loaded, root: root, world: world)
            for (set, folder) in missing { await make(set, in: folder, opened.store) }
            try close(opened.store)
        } catch {
            Terminal.warn("No backup was made. \(error)")
        }
    }

    /// For a first run that was broken off between the store and its backups. A running daemon makes its own.
    func complete() async {
        guard !missing.isEmpty else { return }
        do throws(OperatorError) {
            let root = try RootKey.read(loaded)
            try ProcessHygiene.becomeOwner(of: loaded.configuration.service.stateDirectory)
            await make(root: root)
        } catch {
            Terminal.warn("No backup was made. \(error)")
        }
    }

    private func make(_ set: BackupSet, in folder: String, _ store: Store) async {
        do throws(StoreFailure) {
            let record = try await store.backUp(set, to: folder, by: .operatorOnHost, now: world.now())
            Terminal.warn("The first backup of the \(set.rawValue) is at \(record.path).")
        } catch {
            Terminal.warn("No backup of the \(set.rawValue) could be made in \(folder) (\(error.word.text)).")
        }
    }

    private func close(_ store: Store) throws(OperatorError) {
        do throws(StoreFailure) {
            try store.close()
        } catch {
            throw OpenedStore.error(.storage(error), directory: loaded.configuration.service.stateDirectory)
        }
    }
}
