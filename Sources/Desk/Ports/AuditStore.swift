package import Foundation

/// The audit log of the store. Acts that have a transaction write their entry in it; `record` is for those that have
/// none of their own.
package protocol AuditStore: Sendable {
    func record(_ event: AuditEvent, by actor: Principal, now: Date) async throws(StoreFailure)
    /// Entries after this sequence, oldest first.
    func auditEntries(after sequence: Int64, limit: Int) async throws(StoreFailure) -> [AuditRecord]
    /// Reads the whole chain.
    func verifyAudit() async throws(StoreFailure) -> AuditVerdict
    /// Where the chain ends, without reading it; nil for an empty log.
    func auditHead() async throws(StoreFailure) -> AuditHead?
    /// How the erasure ledger stands, which is a file of its own.
    func ledgerStatus() async -> LedgerStatus
    /// Brings every copy of the ledger up to it that can be reached now.
    func copyLedger() async
}
