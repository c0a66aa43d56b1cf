/// Replacing the keys that wrap people's keys, while the desk is at work.
extension Helpdesk {
    /// Anybody who answers for the machine may know: two numbers.
    package func keyRotation(as principal: Principal) async throws(DeskRefusal) -> KeyRotation {
        try principal.require(.admin)
        return try await storage { () async throws(StoreFailure) -> KeyRotation in try await store.keyRotation() }
    }

    /// Begins a rotation, or answers how the one stands that is under way. The daemon carries it to its end, also after
    /// a crash.
    package func rotateKeys(as principal: Principal) async throws(DeskRefusal) -> KeyRotation {
        try principal.require(.admin)
        return try await storage { () async throws(StoreFailure) -> KeyRotation in
            try await store.beginKeyRotation(root: try rootKey(), by: principal, now: world.now())
        }
    }
}
