package import Desk
package import Foundation

/// The audit log: what was done, chained (gdpr.md B11).
extension Store {
    package func record(_ event: AuditEvent, by actor: Principal, now: Date) async throws(StoreFailure) {
        let keys = keys
        try await engine.write { session throws(StoreFailure) in
            try AuditLog(session, keys: keys).append(event, by: actor.auditName, at: Moment.milliseconds(now))
        }
    }

    package func auditEntries(after sequence: Int64, limit: Int) async throws(StoreFailure) -> [AuditRecord] {
        let keys = keys
        return try await engine.read { session throws(StoreFailure) in
            try AuditLog(session, keys: keys).records(after: sequence, limit: limit)
        }
    }

    package func verifyAudit(against anchors: [AuditHead]) async throws(StoreFailure) -> AuditVerdict {
        let keys = keys
        return try await engine.read { session throws(StoreFailure) in
            try AuditLog(session, keys: keys).verdict(against: anchors)
        }
    }

    package func anchorMailedAt() async throws(StoreFailure) -> Date? {
        try await engine.read { session throws(StoreFailure) in
            try DeskMarks.counter(DeskMarks.anchorMailed, session).map(Moment.date)
        }
    }

    package func noteAnchorMailed(at now: Date) async throws(StoreFailure) {
        let now = Moment.milliseconds(now)
        try await engine.write { session throws(StoreFailure) in
            try DeskMarks.set(DeskMarks.anchorMailed, to: now, session)
        }
    }

    package func auditHead() async throws(StoreFailure) -> AuditHead? {
        let keys = keys
        return try await engine.read { session throws(StoreFailure) in try AuditLog(session, keys: keys).head() }
    }
}
