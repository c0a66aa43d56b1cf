/// Looking at the audit log: for those who answer for the desk, and those who watch over them.
extension Helpdesk {
    package func audit(
        after sequence: Int64, limit: Int, as principal: Principal
    ) async throws(DeskRefusal) -> [AuditRecord] {
        try principal.requireOversight()
        guard sequence >= 0 else { throw .invalid(field: "after", expected: "the number of an entry, or 0") }
        guard (1...Limits.pageLengthMaximum).contains(limit) else {
            throw .invalid(field: "limit", expected: "a number from 1 to \(Limits.pageLengthMaximum)")
        }
        return try await storage { () async throws(StoreFailure) -> [AuditRecord] in
            try await store.auditEntries(after: sequence, limit: limit)
        }
    }

    package func auditVerdict(
        against anchors: [AuditHead] = [], as principal: Principal
    ) async throws(DeskRefusal) -> AuditVerdict {
        try principal.requireOversight()
        return try await storage { () async throws(StoreFailure) -> AuditVerdict in
            try await store.verifyAudit(against: anchors)
        }
    }
}
