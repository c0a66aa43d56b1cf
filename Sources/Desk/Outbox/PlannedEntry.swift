package import Foundation

/// An outbox row to be written beside the reply.
package struct PlannedEntry: Sendable {
    package var mail: PreparedMail
    package var state: DeliveryState
    package var reason: String?
    package var isFirstAnswer: Bool
    package var isOverridden: Bool
    package var isToRequester: Bool
    package var nextAttemptAt: Date

    package init(
        mail: PreparedMail, state: DeliveryState, reason: String?, isFirstAnswer: Bool, isOverridden: Bool,
        isToRequester: Bool, nextAttemptAt: Date
    ) {
        self.mail = mail
        self.state = state
        self.reason = reason
        self.isFirstAnswer = isFirstAnswer
        self.isOverridden = isOverridden
        self.isToRequester = isToRequester
        self.nextAttemptAt = nextAttemptAt
    }
}
