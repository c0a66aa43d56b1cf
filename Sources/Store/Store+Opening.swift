package import Desk
package import Vault

/// Making and opening the two files of a store.
extension Store {
    package enum OpeningFailure: Error, Sendable, Equatable {
        /// There is no store in this directory.
        case missing
        /// There is one already; nothing was touched.
        case alreadyThere
        /// The root secret opens another cabinet. Both ids are check values. Nothing was written.
        case wrongRoot(expected: KeyID, found: KeyID)
        /// The erasure ledger was changed, lacks lines that the database has seen, or was written by a newer program.
        case ledger(LedgerFault)
        /// desk.db belongs to another installation than keys.db, or was made by a newer program.
        case foreign
        case storage(StoreFailure)

        package var isTransient: Bool {
            if case .storage(let failure) = self { failure.isTransient } else { false }
        }
    }

    /// Makes an empty store in a directory that has none: both files, all keys, the schema.
    package static func initialise(
        directory: String, root: SecretBytes, world: World, ledgerCopies: [String] = []
    ) async throws(OpeningFailure) -> Store {
        let files = StateFiles(directory: directory)
        guard !files.hasKeys, !files.hasDesk else { throw .alreadyThere }
        let cabinet = try storage { () throws(StoreFailure) in
            try StateFiles.makeDirectory(directory)
            try StateFiles.makeFile(files.keys)
            return try SQLiteKeyCabinet(path: files.keys)
        }
        let keys = try ring { () throws(VaultFailure) in
            try KeyRing.create(root: root, cabinet: cabinet, instance: world.newObjectID())
        }
        let store = try await open(
            directory: directory, keys: keys, cabinet: cabinet, world: world, create: true, ledgerCopies: ledgerCopies)
        try storage { () throws(StoreFailure) in try StateFiles.sync(directory) }
        return store
    }

    /// Opens keys.db with the root secret. Writes nothing.
    package static func openKeys(
        directory: String, root: SecretBytes
    ) throws(OpeningFailure) -> (keys: KeyRing, cabinet: SQLiteKeyCabinet) {
        let files = StateFiles(directory: directory)
        guard files.hasKeys else { throw .missing }
        let cabinet = try storage { () throws(StoreFailure) in try SQLiteKeyCabinet(path: files.keys) }
        let keys = try ring { () throws(VaultFailure) in try KeyRing(root: root, cabinet: cabinet) }
        return (keys, cabinet)
    }

    /// Opens a copy of keys.db where it lies, and never writes to it.
    package static func openKeys(
        copy path: String, root: SecretBytes
    ) throws(OpeningFailure) -> (keys: KeyRing, cabinet: SQLiteKeyCabinet) {
        let cabinet = try storage { () throws(StoreFailure) in try SQLiteKeyCabinet(path: path, readsOnly: true) }
        let keys = try ring { () throws(VaultFailure) in try KeyRing(root: root, cabinet: cabinet) }
        return (keys, cabinet)
    }

    /// Opens desk.db with keys that fit it and brings it to the newest form; `progress` tells how far that is.
    /// With `create`, a missing desk.db is made. What the erasure ledger says and the files lack is carried out before
    /// it returns; `ledgerCopies` are the further folders the ledger is appended to.
    package static func open(
        directory: String, keys: KeyRing, cabinet: SQLiteKeyCabinet, world: World, create: Bool = false,
        ledgerCopies: [String] = [], acceptsLedgerGap: Bool = false,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws(OpeningFailure) -> Store {
        let files = StateFiles(directory: directory)
        guard files.hasDesk || create else { throw .missing }
        // Looked at through a connection that cannot write, so that the wrong keys leave the file as it is.
        guard try storage({ () throws(StoreFailure) in try files.hasDesk ? fits(files.desk, keys) : true }) else {
            throw .foreign
        }
        let engine = try storage { () throws(StoreFailure) in
            if !files.hasDesk { try StateFiles.makeFile(files.desk) }
            return try SQLiteEngine(path: files.desk)
        }
        let ledger = try ledger(files, copies: ledgerCopies, keys: keys)
        let store = Store(engine: engine, cabinet: cabinet, keys: keys, ledger: ledger, world: world)
        do throws(StoreFailure) {
            try await store.bringUpToDate(progress)
            try await store.keepCanary()
            try await store.finishOffboardings()
        } catch {
            throw .storage(error)
        }
        do throws(LedgerFault) { _ = try await store.replayLedger(acceptsGap: acceptsLedgerGap) } catch {
            throw .ledger(error)
        }
        return store
    }

    private static func ledger(
        _ files: StateFiles, copies: [String], keys: KeyRing
    ) throws(OpeningFailure) -> ErasureLedger {
        do throws(LedgerFault) {
            return try ErasureLedger(path: files.ledger, copies: copies, chain: keys.ledgerChain)
        } catch {
            throw .ledger(error)
        }
    }

    /// Whether the file is empty or belongs to these keys and to a program no newer than this one.
    private static func fits(_ path: String, _ keys: KeyRing) throws(StoreFailure) -> Bool {
        try SQLiteEngine.glance(at: path) { session throws(StoreFailure) in
            let version = try Migrator.version(session)
            guard version > 0 else { return true }
            guard version <= Migration.newest else { return false }
            let mark = try session.first("SELECT instance, canary FROM store_mark", []) { row throws(StoreFailure) in
                (try row.id(0), row.blob(1))
            }
            guard let mark, mark.0 == keys.instance else { return false }
            do throws(StoreFailure) {
                return try Sealer(keys: keys).desk.open(mark.1, at: Place.canary) == canary
            } catch .damaged {
                return false
            }
        }
    }

    private func keepCanary() async throws(StoreFailure) {
        let keys = keys
        try await engine.offload { () throws(StoreFailure) in
            try vault { () throws(VaultFailure) in
                let owner = Self.canaryOwner(of: keys)
                if try !keys.hasKey(owner) { try keys.makePersonKeys(for: [owner]) }
            }
        }
    }

    private func bringUpToDate(_ progress: @escaping @Sendable (Int, Int) -> Void) async throws(StoreFailure) {
        guard
            try await engine.read({ session throws(StoreFailure) in try Migrator.version(session) })
                < Migration.newest
        else { return }
        let (instance, sealer, now) = (keys.instance, sealer, Moment.milliseconds(world.now()))
        try await engine.write { session throws(StoreFailure) in
            let isNew = try Migrator.version(session) == 0
            try Migrator.migrate(session, now: now, progress: progress)
            guard isNew else { return }
            try session.run(
                "INSERT INTO store_mark (id, instance, canary) VALUES (1, ?, ?)",
                [.id(instance), .blob(try sealer.desk.seal(Self.canary, at: Place.canary))])
        }
    }

    static let canary = Array("ticketd store".utf8)

    /// Nobody's key, made so that a copy of keys.db can be tried without touching a person's.
    static func canaryOwner(of keys: KeyRing) -> ObjectID { keys.instance }

    private static func storage<Value>(
        _ body: () throws(StoreFailure) -> Value
    ) throws(OpeningFailure) -> Value {
        do throws(StoreFailure) { return try body() } catch { throw .storage(error) }
    }

    private static func ring<Value>(_ body: () throws(VaultFailure) -> Value) throws(OpeningFailure) -> Value {
        do throws(VaultFailure) {
            return try body()
        } catch {
            if case .wrongRoot(let expected, let found) = error { throw .wrongRoot(expected: expected, found: found) }
            throw .storage(StoreFailure(error))
        }
    }
}
