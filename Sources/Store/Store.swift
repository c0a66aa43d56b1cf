package import Desk
internal import Synchronization
package import Vault

/// Keeps the desk's promises in an encrypted database: `DeskStore` over SQL, with everything personal sealed above it.
///
/// Each verb is one transaction, durable when it returns. Aspects are in `Store+Intake`, `Store+Outbox` and so on.
package final class Store: DeskStore {
    let engine: SQLiteEngine
    let cabinet: SQLiteKeyCabinet
    let sealer: Sealer
    package let ledger: ErasureLedger
    let world: World
    let reads = ReadJournal()
    /// Suppression groups by mailbox as the database has them, so that they are written only when they change.
    let groups = Mutex<[MailboxName: String]>([:])
    /// Words that are searched, once somebody opened them.
    let search = Mutex<SearchIndex?>(nil)

    init(engine: SQLiteEngine, cabinet: SQLiteKeyCabinet, keys: KeyRing, ledger: ErasureLedger, world: World) {
        self.engine = engine
        self.cabinet = cabinet
        self.sealer = Sealer(keys: keys)
        self.ledger = ledger
        self.world = world
    }

    package var keys: KeyRing { sealer.keys }

    /// Closes both files. Accesses that come later fail.
    package func close() throws(StoreFailure) {
        try search.withLock { $0 }?.close()
        try engine.close()
        try cabinet.close()
    }
}
