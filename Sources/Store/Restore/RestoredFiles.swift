package import Desk
internal import Foundation

/// The files of a restore on their way: `restoring` while they are prepared, `restored-TIME` from the commit until
/// each stands in its place.
package enum RestoredFiles {
    static let staging = "restoring"
    private static let prefix = "restored-"

    static func name(at date: Date) -> String { prefix + FolderTime.text(date) }

    /// Puts what was committed into its place. Called under the lock before a store is opened; does nothing when there
    /// is nothing to do, and can be ended and called again at any instant.
    package static func finish(in directory: String) throws(StoreFailure) {
        guard StateFiles.exists(directory) else { return }
        for name in try StateFiles.names(in: directory).sorted() where name.hasPrefix(prefix) {
            try finish(
                StateFiles(directory: directory + "/" + name), into: StateFiles(directory: directory),
                aside: directory + "/" + ReplacedFiles.prefix + name.dropFirst(prefix.count))
        }
    }

    private static func finish(_ new: StateFiles, into old: StateFiles, aside: String) throws(StoreFailure) {
        // A lost database may have left its log behind.
        let suffixes = ["-wal", "-shm", "-journal", ""]
        let isReplacing = [old.desk, old.keys, old.ledger].contains { place in
            suffixes.contains { StateFiles.exists(place + $0) }
        }
        if isReplacing { try StateFiles.makeDirectory(aside) }
        for (made, place) in [(new.desk, old.desk), (new.keys, old.keys), (new.ledger, old.ledger)] {
            guard StateFiles.exists(made) else { continue }
            // The log of an old database must never stand beside a new one: it goes first.
            for suffix in suffixes where StateFiles.exists(place + suffix) {
                let name = (place + suffix).dropFirst(old.directory.utf8.count + 1)
                try StateFiles.move(place + suffix, to: aside + "/" + name)
            }
            if isReplacing { try StateFiles.sync(aside) }
            try StateFiles.sync(old.directory)
            Fault.point(.r4)
            try StateFiles.move(made, to: place)
            try StateFiles.sync(old.directory)
            Fault.point(.r5)
        }
        try remove(new.directory)
        try StateFiles.sync(old.directory)
    }

    /// Removes a folder of ours with its files.
    static func remove(_ folder: String) throws(StoreFailure) {
        guard StateFiles.exists(folder) else { return }
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            throw .notWritable
        }
    }

    /// A copy that nobody else can read, on the disk.
    static func copy(_ source: String, to target: String) throws(StoreFailure) {
        do {
            try FileManager.default.copyItem(atPath: source, toPath: target)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
        } catch {
            throw .notWritable
        }
        try StateFiles.sync(target)
    }
}
