package import Foundation

/// The audit log of the store. Acts that have a transaction write their entry in it; `record` is for those that have
/// none of their own.
package protocol AuditStore: Sendable {
    func record(_ event: AuditEvent, by actor: Principal, now: Date) async throws(StoreFailure)
    /// Entries after this sequence, oldest first.
    func auditEntries(after sequence: Int64, limit: Int) async throws(StoreFailure) -> [AuditRecord]
    /// Reads the whole chain and looks for the anchors in it.
    func verifyAudit(against anchors: [AuditHead]) async throws(StoreFailure) -> AuditVerdict
    /// Where the chain ends, without reading it; nil for an empty log.
    func auditHead() async throws(StoreFailure) -> AuditHead?
    /// When the end of the chain was last mailed.
    func anchorMailedAt() async throws(StoreFailure) -> Date?
    func noteAnchorMailed(at now: Date) async throws(StoreFailure)
    /// How the erasure ledger stands, which is a file of its own.
    func ledgerStatus() async -> LedgerStatus
    /// Brings every copy of the ledger up to it that can be reached now.
    func copyLedger() async
}

extension AuditStore {
    package func verifyAudit() async throws(StoreFailure) -> AuditVerdict { try await verifyAudit(against: []) }
}
