/// The one door between "somebody may stop this mail" and "the server hears of it".
///
/// Sending asks the gate immediately before MAIL FROM; unsubscribing and erasing commit inside it and answer 2xx
/// only afterwards. Because both go through one at a time, no transaction that P5 forbids can start after the
/// answer. Waiters are served in order. It holds no state of its own beyond the turn.
package struct SendGate: Sendable {
    private let turn = Turn()

    package init() {}

    /// Runs `body` while nobody else is inside.
    package func pass<Value: Sendable, Failure: Error>(
        _ body: @Sendable () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        try await turn.take(body)
    }
}
