internal import Desk

/// Brings a database to the newest form, in one transaction, so that a full disk leaves the old one intact.
enum Migrator {
    /// The form a database has: 0 for an empty one.
    static func version(_ session: any SQLSession) throws(StoreFailure) -> Int {
        // An empty database has no table to ask; making one is part of the first step.
        guard try session.exists("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_step'", []) else {
            return 0
        }
        return try session.first("SELECT MAX(number) FROM schema_step", []) { row throws(StoreFailure) in
            Int(row.integer(0))
        } ?? 0
    }

    /// Carries out what is missing and tells how far it is.
    static func migrate(
        _ session: any SQLSession, now: Int64, progress: (_ done: Int, _ total: Int) -> Void
    ) throws(StoreFailure) {
        let version = try version(session)
        let missing = Migration.all.filter { $0.number > version }
        for (index, migration) in missing.enumerated() {
            progress(index, missing.count)
            for statement in migration.statements { try session.run(statement) }
            try session.run(
                "INSERT INTO schema_step (number, applied_at) VALUES (?, ?)",
                [.integer(migration.number), .integer(now)])
        }
        if !missing.isEmpty { progress(missing.count, missing.count) }
    }
}
