package import Foundation
package import Vault

/// What the operator asks of the store.
package protocol OperatorStore: Sendable {
    func addToken(_ token: AccessTokenRecord, by author: Principal) async throws(StoreFailure)
    func tokens() async throws(StoreFailure) -> [AccessTokenRecord]
    func revokeToken(
        _ id: AccessTokenID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool
    /// Finds a token by its hash and notes its use, at most once an hour.
    func token(withHash hash: [UInt8], now: Date) async throws(StoreFailure) -> AccessTokenRecord?
    func importedCount(mailbox: MailboxName) async throws(StoreFailure) -> Int
    /// Opens a canary of the store with the keys and reads back that writers sync fully; throws when they do not.
    func verifyHealth() async throws(StoreFailure) -> StoreHealth
    /// A copy of desk.db by SQLite's online backup, or of keys.db with its canary opened. Answers what was written.
    func backUp(
        _ set: BackupSet, to directory: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BackupRecord
    /// How a rotation of the keys that wrap people's keys stands.
    func keyRotation() async throws(StoreFailure) -> KeyRotation
    /// Begins one, unless one is under way. Throws `.damaged` when the root is not the one the keys are wrapped under.
    func beginKeyRotation(
        root: SecretBytes, by author: Principal, now: Date
    ) async throws(StoreFailure) -> KeyRotation
    /// One durable step. `.busy` when a key came in under the older one meanwhile: the next step wraps it.
    func continueKeyRotation() async throws(StoreFailure) -> KeyRotationStep
    func lastBackups() async throws(StoreFailure) -> [BackupRecord]
    /// Removes copies of the set older than `keep`, never the newest verified one.
    func pruneBackups(_ set: BackupSet, in directory: String, keep: Duration, now: Date) async throws(StoreFailure)
}

/// The two sets that never stand in one archive: data without keys, keys without data.
package enum BackupSet: String, Sendable, CaseIterable {
    case desk, keys
}

package struct BackupRecord: Sendable, Equatable {
    package var set: BackupSet
    package var path: String
    package var bytes: Int64
    package var at: Date
    /// Reopened after writing and, for keys, its canary unwrapped.
    package var isVerified: Bool

    package init(set: BackupSet, path: String, bytes: Int64, at: Date, isVerified: Bool) {
        self.set = set
        self.path = path
        self.bytes = bytes
        self.at = at
        self.isVerified = isVerified
    }
}

package struct StoreHealth: Sendable, Equatable {
    package var synchronous: Int
    package var schemaVersion: String
    package var tickets: Int
    package var isWritable: Bool

    package init(synchronous: Int, schemaVersion: String, tickets: Int, isWritable: Bool) {
        self.synchronous = synchronous
        self.schemaVersion = schemaVersion
        self.tickets = tickets
        self.isWritable = isWritable
    }
}

/// Everything a desk needs from one store.
package protocol DeskStore:
    IntakeStore,
    OutboxStore,
    TicketStore,
    TicketStructureStore,
    PeopleStore,
    OperatorStore,
    AuditStore,
    DraftStore,
    SnoozeStore,
    AgentStore,
    LoginStore,
    DisclosureStore,
    QuarantineStore,
    FilterStore,
    BulkStore,
    WordingStore,
    WebhookStore,
    AlarmStore,
    NewsStore,
    RightsStore,
    ErasureStore,
    OptInStore,
    ConsentStore,
    PortalStore,
    SearchStore,
    RegisterStore,
    RestrictionStore,
    HoldStore,
    RetentionStore,
    ExportStore,
    BreachStore,
    RectificationStore,
    BreachCandidateStore,
    NoticeStore,
    MailTokenStore,
    BlockStore,
    ComplianceStore
{}
