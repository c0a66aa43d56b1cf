import Desk
import Foundation
import Store

/// The first copy of both sets. That it could not be made is said and does not stop the first run: the daemon tries
/// again, and `check` keeps asking.
struct FirstBackup: Sendable {
    let loaded: LoadedConfiguration
    let world: World

    private var plans: [(set: BackupSet, folder: String)] {
        let plans = loaded.configuration.backup
        return [(BackupSet.desk, plans.desk.to), (.keys, plans.keys.to)].compactMap { set, folder in
            folder.map { (set, $0) }
        }
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

    /// Those sets of which there is none yet.
    func make(from store: Store) async {
        for (set, folder) in plans where BackupFolder(path: folder).newest(set) == nil {
            do throws(StoreFailure) {
                let record = try await store.backUp(set, to: folder, by: .operatorOnHost, now: world.now())
                Terminal.warn("The first backup of the \(set.rawValue) is at \(record.path).")
            } catch {
                Terminal.warn("No backup of the \(set.rawValue) could be made in \(folder) (\(error.word.text)).")
            }
        }
    }
}
