internal import Desk
internal import Dispatch
internal import Foundation
internal import GRDB
internal import Synchronization

/// desk.db: one writer and a few readers on threads of their own, each commit on disk before it is answered.
///
/// After a commit or a sync has failed it refuses every further write: what is on disk can only be known by a new
/// process that reads it (promises.md, Durability).
final class SQLiteEngine: SQLEngine {
    let pool: DatabasePool
    let path: String
    private let isBroken = Atomic<Bool>(false)
    /// Who is told what a commit changed.
    private let watcher = Mutex<TicketWatch?>(nil)
    private let files = DispatchQueue(label: "ticketd.store.files")

    /// Opens a file that exists; an empty one becomes a database of ours when it is first written to.
    private let damaged = Atomic<Int>(0)

    init(path: String) throws(StoreFailure) {
        self.path = path
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration())
            // GRDB sets NORMAL after everything a configuration can say, and NORMAL loses acknowledged commits.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA wal_autocheckpoint = \(Limits.checkpointPages)")
                try database.execute(sql: "PRAGMA journal_size_limit = \(Limits.journalBytes)")
            }
        } catch {
            throw SQLiteFailure.of(error)
        }
        guard try synchronous() == SynchronousLevel.full else { throw .damaged }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
            pool.asyncRead { database in
                continuation.resume(returning: Self.look(database, body))
            }
        }
        return try counted(result)
    }

    /// As `read`, on the thread that asks, which has to be one that may wait.
    func readHere<Value>(
        _ body: (any SQLSession) throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> Value {
        let result: Result<Value, StoreFailure>
        do {
            result = try pool.read { Self.look(.success($0), body) }
        } catch {
            throw SQLiteFailure.of(error)
        }
        return try result.get()
    }

    /// From now on `watch` is told of every commit. PostgreSQL has such triggers too.
    func watch(_ watch: TicketWatch) async throws(StoreFailure) {
        // Outside a transaction, so that a disk that takes nothing at the moment keeps nobody from searching (P9).
        let result: Result<Void, StoreFailure> = await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    returning: Self.look(.success(database)) { session throws(StoreFailure) in
                        try TicketWatch.begin(session)
                        self.watcher.withLock { $0 = watch }
                    })
            }
        }
        try result.get()
    }

    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        try await write(
            after: { _ throws(StoreFailure) in () }, { session, _ throws(StoreFailure) in try body(session) })
    }

    func write<Preparation: Sendable, Value: Sendable>(
        after prepare: @escaping @Sendable (any SQLSession) throws(StoreFailure) -> Preparation,
        _ body: @escaping @Sendable (any SQLSession, Preparation) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                continuation.resume(returning: self.transact(database, prepare, body))
            }
        }
        return try counted(result)
    }

    /// Accesses that met a record which did not open or cannot be, since the start: a sign that somebody changed it.
    var damagedAccesses: Int { damaged.load(ordering: .relaxed) }

    private func counted<Value>(_ result: Result<Value, StoreFailure>) throws(StoreFailure) -> Value {
        if case .failure(.damaged) = result { damaged.wrappingAdd(1, ordering: .relaxed) }
        return try result.get()
    }

    /// Blocking work of ours that is no SQL, such as files, on a thread that may wait.
    func offload<Value: Sendable>(
        _ body: @escaping @Sendable () throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
            files.async {
                do throws(StoreFailure) {
                    continuation.resume(returning: .success(try body()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    func synchronousLevel() async throws(StoreFailure) -> Int {
        try await offload { () throws(StoreFailure) in try self.synchronous() }
    }

    /// The level at which the writer syncs, read back from SQLite. Blocks.
    func synchronous() throws(StoreFailure) -> Int {
        do {
            return try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } ?? -1
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    /// Closes every connection after writing the log back; readers that close last could not do it.
    func close() throws(StoreFailure) {
        do {
            try writeBack()
            try pool.close()
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    /// Writes the log back and empties its file, so that nothing that was overwritten is left in it. False when a
    /// reader held it all the while. Blocks.
    func truncateLog() throws(StoreFailure) -> Bool {
        do {
            for _ in 0..<Limits.truncations {
                let row = try pool.writeWithoutTransaction {
                    try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                }
                if let row, row[0] == 0 { return true }
            }
            return false
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    /// Rewrites the file without its gaps. In memory: only for small files. Blocks.
    func rewrite() throws(StoreFailure) {
        do {
            try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    /// A full disk keeps the log as it is; the next opening writes it back.
    private func writeBack() throws {
        do {
            try pool.writeWithoutTransaction { _ = try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        } catch {
            if !SQLiteFailure.of(error).isTransient { throw error }
        }
    }

    /// Reads a file through a connection that cannot write to it, and closes it again. Blocks.
    static func glance<Value>(
        at path: String, _ body: (any SQLSession) throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> Value {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(Limits.busySeconds)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let value = try queue.read { try body(SQLiteSession($0)) }
            try queue.close()
            return value
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    private static func look<Value>(
        _ database: Result<Database, any Error>, _ body: (any SQLSession) throws(StoreFailure) -> Value
    ) -> Result<Value, StoreFailure> {
        do {
            return .success(try body(SQLiteSession(try database.get())))
        } catch {
            return .failure(SQLiteFailure.of(error))
        }
    }

    private func transact<Preparation, Value>(
        _ database: Database, _ prepare: (any SQLSession) throws(StoreFailure) -> Preparation,
        _ body: (any SQLSession, Preparation) throws(StoreFailure) -> Value
    ) -> Result<Value, StoreFailure> {
        guard !isBroken.load(ordering: .acquiring) else { return .failure(.ioFailed) }
        let session = SQLiteSession(database)
        do throws(StoreFailure) {
            let preparation = try prepare(session)
            let value = try session.transaction { session throws(StoreFailure) in try body(session, preparation) }
            try watcher.withLock { $0 }?.collect(session)
            return .success(value)
        } catch {
            if error == .ioFailed { isBroken.store(true, ordering: .releasing) }
            return .failure(error)
        }
    }

    /// Nothing here is kept by the file, so it is said again to every connection (gdpr.md B9).
    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Limits.busySeconds)
        configuration.maximumReaderCount = Limits.readers
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try SQLitePragmas.apply(to: database, pageSize: Limits.pageSize)
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }
}
