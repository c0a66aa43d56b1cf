/// What became of one arrival.
package struct Acceptance: Sendable, Equatable {
    package var uid: UInt32
    package var outcome: Outcome

    package enum Outcome: Sendable, Equatable {
        case opened(TicketNumber)
        case appended(TicketNumber)
        case reported(DeliveryState)
        case unsubscribed
        case ignored(IgnoreReason)
        /// Storing this one failed; the rest of the batch is kept. It is tried again.
        case failed
    }

    package init(uid: UInt32, outcome: Outcome) {
        self.uid = uid
        self.outcome = outcome
    }
}
