/// What the operator decided about erasing.
package struct ErasurePolicy: Sendable, Equatable {
    /// Erasures in 24 hours; the next one waits for the data protection officer (P16).
    package var limit: Int
    /// How long an erasure asked for in the portal waits.
    package var delay: Duration
    /// How long a backup of keys.db is kept; nil when none is configured.
    package var keysKept: Duration?
    /// Copies the operator knows of and that nobody reaches from here, in the operator's words.
    package var unreachableCopies: [String]

    package init(limit: Int, delay: Duration, keysKept: Duration?, unreachableCopies: [String]) {
        self.limit = limit
        self.delay = delay
        self.keysKept = keysKept
        self.unreachableCopies = unreachableCopies
    }

    /// As the configuration has it when it says nothing.
    package static let standard = ErasurePolicy(
        limit: 20, delay: .seconds(86_400), keysKept: nil, unreachableCopies: [])
}
