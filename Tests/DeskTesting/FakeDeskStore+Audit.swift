package import Desk
package import Foundation
import Vault

/// The audit log of the fake: what was noted, unchained.
extension FakeDeskStore {
    package func record(_ event: AuditEvent, by actor: Principal, now: Date) async throws(StoreFailure) {
        try write { $0.note(event, by: actor, at: now) }
    }

    package func auditEntries(after sequence: Int64, limit: Int) async throws(StoreFailure) -> [AuditRecord] {
        try read { state in
            zip(Int64(1)..., state.audit).filter { $0.0 > sequence }.prefix(limit).map { number, entry in
                let chained = AuditEntry(
                    sequence: UInt64(clamping: number), milliseconds: 0, event: entry.event.code,
                    object: entry.event.object ?? ObjectID(high: 0, low: 0),
                    details: entry.event.details(actor: entry.actor.auditName))
                return AuditRecord(
                    sequence: number, at: entry.at, event: entry.event.code, object: entry.event.object,
                    details: chained?.details ?? [])
            }
        }
    }

    package func verifyAudit(against anchors: [AuditHead]) async throws(StoreFailure) -> AuditVerdict {
        try read { state in
            AuditVerdict(
                entries: Int64(state.audit.count), head: state.auditHead, firstBad: state.firstBadAudit,
                lostAnchor: anchors.map(\.sequence).filter { $0 > state.audit.count }.min())
        }
    }

    package func anchorMailedAt() async throws(StoreFailure) -> Date? { try read { $0.anchorMailedAt } }

    package func noteAnchorMailed(at now: Date) async throws(StoreFailure) { try write { $0.anchorMailedAt = now } }

    package func auditHead() async throws(StoreFailure) -> AuditHead? {
        try read { $0.auditHead }
    }

    package func copyLedger() async {}

    package func ledgerStatus() async -> LedgerStatus {
        LedgerStatus(sequence: 0, mac: [], copies: [])
    }
}

package struct FakeAuditEntry: Sendable, Equatable {
    package var event: AuditEvent
    package var actor: Principal
    package var at: Date
}

extension FakeDeskStore.State {
    mutating func note(_ event: AuditEvent, by actor: Principal, at: Date) {
        audit.append(FakeAuditEntry(event: event, actor: actor, at: at))
    }

    fileprivate var auditHead: AuditHead? {
        guard !audit.isEmpty else { return nil }
        return AuditHead(sequence: Int64(audit.count), mac: [UInt8](repeating: 0xA5, count: 32))
    }
}
