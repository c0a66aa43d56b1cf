import Desk

/// What the daemon itself puts into the audit log.
extension Daemon {
    /// A full or read-only disk keeps nobody from reading (P9), so the act goes on without its entry and the log of
    /// the machine says so.
    func note(_ event: AuditEvent, by actor: Principal, in store: any AuditStore) async throws(StoreFailure) {
        do throws(StoreFailure) {
            try await store.record(event, by: actor, now: world.now())
        } catch {
            guard error.isTransient else { throw error }
            log(.storeReadOnly(reason: error.word))
        }
    }
}
