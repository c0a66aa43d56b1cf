package import Desk
package import Foundation
internal import GRDB
internal import Vault

/// Copies of the two files, each in its own set (gdpr.md B8), and what was made of them.
extension Store {
    package func backUp(
        _ set: BackupSet, to directory: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BackupRecord {
        let path = directory + "/" + BackupName.text(set, at: now)
        let (engine, cabinet, sealer, ledger) = (engine, cabinet, sealer, ledger)
        let marks = try await engine.read { session throws(StoreFailure) in try DeskMarks(session) }
        let bytes = try await engine.offload { () throws(StoreFailure) in
            let copy = BackupCopy(path: path, sealer: sealer)
            switch set {
            case .desk:
                return try copy.write(engine.pool) { (copy) throws(StoreFailure) in
                    BackupManifest(set, at: now, of: try copy.verifyDesk(), keys: sealer.keys, ledger: ledger.head)
                }
            case .keys:
                return try copy.write(cabinet.queue) { (copy) throws(StoreFailure) in
                    try copy.verifyKeys(against: cabinet)
                    return BackupManifest(set, at: now, of: marks, keys: sealer.keys, ledger: ledger.head)
                }
            }
        }
        let record = BackupRecord(set: set, path: path, bytes: bytes, at: now, isVerified: true)
        try await engine.write { session throws(StoreFailure) in
            try session.run(
                """
                INSERT INTO backup (kind, at, path, bytes, is_verified) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (kind, at) DO UPDATE SET path = excluded.path, bytes = excluded.bytes
                """,
                [
                    .text(set.rawValue), .integer(Moment.milliseconds(now)), .text(path), .integer(bytes),
                    .flag(true),
                ])
            try AuditLog(session, keys: sealer.keys).append(
                .backupMade(set, bytes: bytes), by: author.auditName, at: Moment.milliseconds(now))
        }
        return record
    }

    package func lastBackups() async throws(StoreFailure) -> [BackupRecord] {
        try await engine.read { session throws(StoreFailure) in
            var records: [BackupRecord] = []
            for set in BackupSet.allCases {
                let newest = try session.first(
                    "SELECT path, bytes, at, is_verified FROM backup WHERE kind = ? ORDER BY at DESC LIMIT 1",
                    [.text(set.rawValue)]
                ) { row throws(StoreFailure) in
                    BackupRecord(
                        set: set, path: row.text(0), bytes: row.integer(1), at: Moment.date(row.integer(2)),
                        isVerified: row.flag(3))
                }
                if let newest { records.append(newest) }
            }
            return records
        }
    }

    package func pruneBackups(
        _ set: BackupSet, in directory: String, keep: Duration, now: Date
    ) async throws(StoreFailure) {
        let oldest = now.addingTimeInterval(-keep.seconds)
        let state = StateFiles.folder(of: ledger.path)
        let newest = try await lastBackups().first { $0.set == set && $0.isVerified }
        try await engine.offload { () throws(StoreFailure) in
            for name in try StateFiles.names(in: directory) {
                guard let at = BackupName.date(of: name, set), at < oldest else { continue }
                let path = directory + "/" + name
                guard path != newest?.path else { continue }
                try StateFiles.remove(path)
                try StateFiles.remove(BackupManifest.path(for: path))
            }
            // What a restore put aside is a copy of the keys as well, and is kept no longer than one.
            if set == .keys { try ReplacedFiles.remove(before: oldest, in: state) }
            try StateFiles.sync(directory)
        }
        try await engine.write { session throws(StoreFailure) in
            try session.run(
                "DELETE FROM backup WHERE kind = ? AND at < ? AND at < (SELECT MAX(at) FROM backup WHERE kind = ?)",
                [.text(set.rawValue), .integer(Moment.milliseconds(oldest)), .text(set.rawValue)])
        }
    }
}
