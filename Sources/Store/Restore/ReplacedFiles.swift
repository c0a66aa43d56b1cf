internal import Desk
internal import Foundation

/// What a restore put aside: `replaced-TIME`, the files that stood there before.
///
/// They are a copy like any other and hold what is erased later, so they are kept no longer than a copy of the keys.
package enum ReplacedFiles {
    static let prefix = "replaced-"

    static func folder(in directory: String, at date: Date) -> String {
        directory + "/" + prefix + FolderTime.text(date)
    }

    /// The folders there are.
    package static func folders(in directory: String) -> [String] {
        do throws(StoreFailure) {
            return try StateFiles.names(in: directory).filter { $0.hasPrefix(prefix) }.sorted()
                .map { directory + "/" + $0 }
        } catch {
            return []
        }
    }

    static func remove(before oldest: Date, in directory: String) throws(StoreFailure) {
        for folder in folders(in: directory) {
            let name = folder.dropFirst(directory.utf8.count + 1 + prefix.utf8.count)
            guard let at = FolderTime.date(String(name)), at < oldest else { continue }
            try RestoredFiles.remove(folder)
        }
    }
}

/// `20261124T062000Z`, as in the names of backups.
enum FolderTime {
    static func text(_ date: Date) -> String {
        String(BackupName.text(.keys, at: date).dropFirst(5).dropLast(3))
    }

    static func date(_ text: String) -> Date? { BackupName.date(of: "keys-\(text).db", .keys) }
}
