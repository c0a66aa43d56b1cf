internal import Desk

/// Where the store's SQL runs. SQLite is the embedded one; the contract leaves room for a server.
///
/// Bodies are blocking code and run on threads of the engine, never on the cooperative pool. `write` is serialisable
/// and may run its body again, so a body changes only what its session reaches. An access once begun is carried to
/// its end even when the task that asked is cancelled: what was acknowledged must be written down.
protocol SQLEngine: Sendable {
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value

    /// One durable transaction: all of it or nothing, on disk when it returns.
    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value

    /// As `write`, after a step that reads with the same connection but outside the transaction. That step may
    /// change something else that has to be durable first, as keys.db has to be before desk.db.
    func write<Preparation: Sendable, Value: Sendable>(
        after prepare: @escaping @Sendable (any SQLSession) throws(StoreFailure) -> Preparation,
        _ body: @escaping @Sendable (any SQLSession, Preparation) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value
}
