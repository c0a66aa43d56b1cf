import Desk
package import Foundation

/// The outbox as the API shows it. Nothing personal.
package struct APIOutbox: Codable, Sendable, Equatable {
    package struct Entry: Codable, Sendable, Equatable {
        package var id: String
        @OrNull package var ticket: Int64?
        package var mailbox: String
        /// The class of gdpr.md A7.1: `M0` to `M7`.
        package var mailClass: String
        package var state: String
        package var attempts: Int
        @OrNull package var nextAttemptAt: Date?
        @OrNull package var lastReply: String?
        @OrNull package var reason: String?

        init(_ entry: OutboxEntrySummary) {
            id = entry.id.hex
            ticket = entry.ticket?.value
            mailbox = entry.mailbox.value
            mailClass = "M\(entry.mailClass.rawValue)"
            state = entry.state.publicName
            attempts = entry.attempts
            nextAttemptAt = entry.nextAttemptAt
            lastReply = entry.lastReply
            reason = entry.reason
        }
    }

    package var entries: [Entry]
}

/// Whether a mail could be taken back.
package struct APIWithdrawal: Codable, Sendable, Equatable {
    package var withdrawn: Bool
}
