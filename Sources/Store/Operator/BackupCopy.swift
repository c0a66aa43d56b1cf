internal import Desk
internal import GRDB
internal import Vault

/// One copy being made: under a temporary name, by SQLite's online backup, synced, opened again and looked at, and
/// only then given its name. What fails is removed; a file with a backup's name is always a whole one.
struct BackupCopy {
    let path: String
    let sealer: Sealer

    private var unfinished: String { path + ".unfinished" }

    /// Answers the size of the finished copy.
    func write(
        _ source: any DatabaseReader, manifest: (BackupCopy) throws(StoreFailure) -> BackupManifest
    ) throws(StoreFailure) -> Int64 {
        let directory = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        try StateFiles.makeDirectory(directory)
        try removeUnfinished()
        try StateFiles.makeFile(unfinished)
        do throws(StoreFailure) {
            try copy(source)
            var manifest = try manifest(self)
            try StateFiles.sync(unfinished)
            manifest.bytes = try StateFiles.size(of: unfinished)
            manifest.sha256 = try BackupManifest.digest(of: unfinished)
            // Before the copy has its name: a copy without a manifest is one of an older release.
            try manifest.write(for: path)
            try StateFiles.move(unfinished, to: path)
            try StateFiles.sync(directory)
        } catch {
            try removeUnfinished()
            throw error
        }
        return try StateFiles.size(of: path)
    }

    /// A copy of desk.db is good when SQLite finds no damage and our keys open its canary. Answers where it stands.
    func verifyDesk() throws(StoreFailure) -> DeskMarks {
        try look { session throws(StoreFailure) in
            let sealed = try session.first("SELECT canary FROM store_mark", []) { row throws(StoreFailure) in
                row.blob(0)
            }
            guard let sealed, try sealer.desk.open(sealed, at: Place.canary) == Store.canary else { throw .damaged }
            return try DeskMarks(session)
        }
    }

    /// A copy of keys.db is good when SQLite finds no damage, it holds what the living cabinet holds, and the key that
    /// is kept for this purpose opens.
    func verifyKeys(against cabinet: SQLiteKeyCabinet) throws(StoreFailure) {
        try look { _ throws(StoreFailure) in }
        let copy = try SQLiteKeyCabinet(path: unfinished)
        do {
            let keys = sealer.keys
            guard try copy.load() == cabinet.load(),
                let canary = try copy.wrappedKey(owner: Store.canaryOwner(of: keys), version: nil), keys.opens(canary)
            else { throw StoreFailure.damaged }
            try copy.close()
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    private func copy(_ source: any DatabaseReader) throws(StoreFailure) {
        do {
            let target = try DatabaseQueue(path: unfinished)
            try source.backup(to: target, pagesPerStep: Limits.backupPages)
            // A copy is one file: with a log of its own it would be two.
            try target.writeWithoutTransaction { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
            try target.close()
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    private func look<Value>(_ body: (any SQLSession) throws(StoreFailure) -> Value) throws(StoreFailure) -> Value {
        try SQLiteEngine.glance(at: unfinished) { session throws(StoreFailure) in
            let verdict = try session.first("PRAGMA quick_check", []) { row throws(StoreFailure) in row.text(0) }
            guard verdict == "ok" else { throw .damaged }
            return try body(session)
        }
    }

    private func removeUnfinished() throws(StoreFailure) {
        for suffix in ["", "-journal", "-wal", "-shm"] { try StateFiles.remove(unfinished + suffix) }
    }
}
