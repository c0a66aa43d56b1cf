package import Foundation
package import Mail

/// One recipient outside the desk who was sent something of a person's (Art. 15(1)(c), 19): who, when, what, why.
package struct Disclosure: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// An agent forwarded a message.
        case forward
        /// An answer was copied to somebody.
        case copy
    }

    package var kind: Kind
    package var ticket: TicketNumber
    /// The message that was forwarded, or the answer that was copied.
    package var message: TicketMessageID
    /// The mail that carried it.
    package var entry: OutboxEntryID
    /// To the minute.
    package var at: Date
    /// Who decided it.
    package var author: String
    package var recipient: EmailAddress?
    package var reason: String?
    package var basis: String?
    /// How many files went along.
    package var files: Int
    /// What became of the mail. One that never left disclosed nothing.
    package var state: DeliveryState

    package init(
        kind: Kind, ticket: TicketNumber, message: TicketMessageID, entry: OutboxEntryID, at: Date, author: String,
        recipient: EmailAddress?, reason: String?, basis: String?, files: Int, state: DeliveryState
    ) {
        self.kind = kind
        self.ticket = ticket
        self.message = message
        self.entry = entry
        self.at = at
        self.author = author
        self.recipient = recipient
        self.reason = reason
        self.basis = basis
        self.files = files
        self.state = state
    }
}
