package import Desk
internal import Foundation
internal import GRDB
package import Vault

/// keys.db: wrapped keys in a file of their own, always local, whatever engine keeps the desk's data.
///
/// A rollback journal instead of a log, so that fewer copies of a key exist; EXTRA syncing, so that a destroyed key
/// cannot come back with its journal; freed bytes are overwritten (gdpr.md B9). Its verbs block: they are called on
/// threads of the database and never on the cooperative pool. Failures are `StoreFailure`.
package final class SQLiteKeyCabinet: KeyCabinet {
    let queue: DatabaseQueue

    /// Opens a file that exists. An empty one is filled by `initialise`. With `readsOnly` nothing is ever written to
    /// it, so that a backup may lie where nothing can be written.
    package init(path: String, readsOnly: Bool = false) throws(StoreFailure) {
        guard StateFiles.exists(path) else { throw .notFound }
        do {
            queue = try DatabaseQueue(path: path, configuration: Self.configuration(readsOnly: readsOnly))
            let level = try queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
            let mode = try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
            guard level == SynchronousLevel.extra, mode == "delete" else { throw StoreFailure.damaged }
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    package func load() throws -> CabinetContents {
        try look { session throws(StoreFailure) in try Self.contents(session) }
    }

    static func contents(_ session: any SQLSession) throws(StoreFailure) -> CabinetContents {
        guard try session.exists("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'cabinet'", []) else {
            throw .notFound
        }
        let mark = try session.first("SELECT instance, root_id FROM cabinet", []) { row throws(StoreFailure) in
            (try row.id(0), KeyID(bytes: row.blob(1)))
        }
        guard let (instance, rootID) = mark, let rootID else { throw .damaged }
        let epochs = try session.all(
            "SELECT number, wrapped, commitment FROM epoch ORDER BY number", []
        ) { row throws(StoreFailure) in
            CabinetContents.Epoch(
                number: UInt32(clamping: row.integer(0)), wrapped: row.blob(1), commitment: row.blob(2))
        }
        let services = try session.all(
            "SELECT name, version, wrapped, commitment FROM service_key ORDER BY name, version", []
        ) { row throws(StoreFailure) in
            CabinetContents.Service(
                name: row.text(0), version: UInt8(clamping: row.integer(1)), wrapped: row.blob(2),
                commitment: row.blob(3))
        }
        return CabinetContents(instance: instance, rootID: rootID, epochs: epochs, services: services)
    }

    package func wrappedKey(owner: ObjectID, version: UInt32?) throws -> WrappedKey? {
        try look { session throws(StoreFailure) in
            guard let version else {
                return try session.first(
                    """
                    SELECT version, epoch, wrapped, commitment FROM person_key WHERE owner = ?
                    ORDER BY version DESC LIMIT 1
                    """, [.id(owner)]
                ) { row throws(StoreFailure) in Self.key(of: owner, row) }
            }
            return try session.first(
                "SELECT version, epoch, wrapped, commitment FROM person_key WHERE owner = ? AND version = ?",
                [.id(owner), .integer(version)]
            ) { row throws(StoreFailure) in Self.key(of: owner, row) }
        }
    }

    package func initialise(_ contents: CabinetContents) throws {
        try change { session throws(StoreFailure) in
            for statement in Self.schema { try session.run(statement) }
            try Self.write(contents, session)
        }
    }

    package func add(_ keys: [WrappedKey]) throws {
        try change { session throws(StoreFailure) in
            for key in keys {
                // Between making and keeping it, the epoch may have been replaced: it is made again.
                guard try session.exists("SELECT 1 FROM epoch WHERE number = ?", [.integer(key.epoch)]) else {
                    throw .busy
                }
                try session.run(
                    "INSERT INTO person_key (owner, version, epoch, wrapped, commitment) VALUES (?, ?, ?, ?, ?)",
                    [
                        .id(key.owner), .integer(key.version), .integer(key.epoch), .blob(key.wrapped),
                        .blob(key.commitment),
                    ])
            }
        }
    }

    package func destroy(owners: [ObjectID]) throws {
        try change { session throws(StoreFailure) in
            for owner in owners { try session.run("DELETE FROM person_key WHERE owner = ?", [.id(owner)]) }
        }
        // Read back: what is still found was not destroyed.
        for owner in owners {
            guard try wrappedKey(owner: owner, version: nil) == nil else { throw StoreFailure.ioFailed }
        }
    }

    package func close() throws(StoreFailure) {
        do { try queue.close() } catch { throw SQLiteFailure.of(error) }
    }

    static func key(of owner: ObjectID, _ row: any SQLRow) -> WrappedKey {
        WrappedKey(
            owner: owner, version: UInt32(clamping: row.integer(0)), epoch: UInt32(clamping: row.integer(1)),
            wrapped: row.blob(2), commitment: row.blob(3))
    }

    func look<Value>(_ body: (any SQLSession) throws(StoreFailure) -> Value) throws -> Value {
        do {
            return try queue.unsafeRead { try body(SQLiteSession($0)) }
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    func change(_ body: (any SQLSession) throws(StoreFailure) -> Void) throws {
        do {
            try queue.writeWithoutTransaction { try SQLiteSession($0).transaction(body) }
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    private static func configuration(readsOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Limits.busySeconds)
        configuration.readonly = readsOnly
        configuration.prepareDatabase { database in
            try SQLitePragmas.apply(to: database, pageSize: Limits.keysPageSize)
            if !readsOnly { try database.execute(sql: "PRAGMA journal_mode = DELETE") }
            try database.execute(sql: "PRAGMA synchronous = EXTRA")
        }
        return configuration
    }

    private static let schema = [
        """
        CREATE TABLE cabinet (id INTEGER PRIMARY KEY CHECK (id = 1), instance BLOB NOT NULL, root_id BLOB NOT NULL)
        """,
        "CREATE TABLE epoch (number INTEGER PRIMARY KEY, wrapped BLOB NOT NULL, commitment BLOB NOT NULL)",
        """
        CREATE TABLE service_key (
            name TEXT NOT NULL, version INTEGER NOT NULL, wrapped BLOB NOT NULL, commitment BLOB NOT NULL,
            PRIMARY KEY (name, version)) WITHOUT ROWID
        """,
        """
        CREATE TABLE person_key (
            owner BLOB NOT NULL, version INTEGER NOT NULL, epoch INTEGER NOT NULL, wrapped BLOB NOT NULL,
            commitment BLOB NOT NULL, PRIMARY KEY (owner, version)) WITHOUT ROWID
        """,
    ]
}
