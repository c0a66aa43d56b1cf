package import Mail
package import Vault

/// What one arriving mail becomes. Decided by `Intake.decide`, carried out by the store in the same transaction.
package enum Decision: Sendable {
    case ignore(IgnoreReason)
    /// A delivery report about one of our mails.
    case report(on: OutboxEntryID, Bounce)
    /// A spam complaint about one of our mails (RFC 5965): it unsubscribes.
    case complaint(about: OutboxEntryID)
    case unsubscribe(UnsubscribeClaim)
    case append(Appending)
    case open(Opening)
}

package struct Appending: Sendable, Equatable {
    package var to: TicketNumber
    package var isVerified: Bool
    /// A stranger with a valid token, or a forged participant: agents see it and decide.
    package var isHeld: Bool
    package var reopens: Bool
    /// Somebody of the ticket wrote, and not a machine: a ticket put off to later comes back.
    package var wakes: Bool
    package var remarks: [String]

    package init(
        to: TicketNumber, isVerified: Bool, isHeld: Bool, reopens: Bool, wakes: Bool, remarks: [String]
    ) {
        self.to = to
        self.isVerified = isVerified
        self.isHeld = isHeld
        self.reopens = reopens
        self.wakes = wakes
        self.remarks = remarks
    }
}

package struct Opening: Sendable, Equatable {
    package var status: TicketStatus
    package var isVerified: Bool
    package var acknowledgement: Acknowledgement
    /// A ticket this mail points at without the right to join it.
    package var possiblyRelated: TicketNumber?
    /// A ticket this mail would have joined, had it come in time to reopen it.
    package var follows: TicketNumber?
    package var remarks: [String]

    package init(
        status: TicketStatus, isVerified: Bool, acknowledgement: Acknowledgement, possiblyRelated: TicketNumber? = nil,
        follows: TicketNumber? = nil, remarks: [String]
    ) {
        self.status = status
        self.isVerified = isVerified
        self.acknowledgement = acknowledgement
        self.possiblyRelated = possiblyRelated
        self.follows = follows
        self.remarks = remarks
    }
}

package enum Acknowledgement: Sendable, Equatable {
    case send
    case withhold(AcknowledgementRefusal)
}

/// Why a new ticket is not acknowledged; stored as a remark, so that an agent can see it.
package enum AcknowledgementRefusal: String, Sendable {
    case switchedOff = "switched-off"
    case archive
    case restored
    case noAuthor = "no-author"
    case machine
    case list
    case notAuthenticated = "not-authenticated"
    case ambiguousAuthor = "ambiguous-author"
    case ourOwnAddress = "our-own-address"
    case blocked
    case unsubscribed
    case undeliverable
    case budget
    /// The address was written to automatically within the last hour (P12).
    case answeredLately = "answered-lately"
}
