package import Desk
package import Foundation
package import Vault

/// A folder of backups, looked at from outside the daemon: the doctor's view. Changes nothing.
package struct BackupFolder: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The newest finished copy of a set; nil when there is none or the folder cannot be read.
    package func newest(_ set: BackupSet) -> (path: String, at: Date)? {
        do throws(StoreFailure) {
            let dated = try StateFiles.names(in: path).compactMap { name in
                BackupName.date(of: name, set).map { (path: path + "/" + name, at: $0) }
            }
            return dated.max { $0.at < $1.at }
        } catch {
            return nil
        }
    }

    /// Whether a copy of keys.db opens with the root key.
    package static func opens(keysCopy path: String, root: SecretBytes) -> Bool {
        do {
            let cabinet = try SQLiteKeyCabinet(path: path)
            _ = try KeyRing(root: root, cabinet: cabinet)
            try cabinet.close()
            return true
        } catch {
            return false
        }
    }
}
