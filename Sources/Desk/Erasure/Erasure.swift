package import Foundation

/// One erasure and what it did: the certificate, as far as it is written (gdpr.md A8.5). It names no person.
package struct Erasure: Sendable, Equatable {
    package var id: ErasureID
    package var state: ErasureState
    /// To the minute.
    package var askedAt: Date
    /// It is not begun before.
    package var notBefore: Date
    package var how: ErasureVerification.How
    /// A role or a token's id.
    package var author: String
    /// nil until something was erased.
    package var erased: ErasureCounts?
    /// Copies removed from mail servers, and those that were found and could not be removed.
    package var copiesRemoved: Int
    package var copiesLeft: Int
    /// Messages of others that still name the person.
    package var mentions: Int
    /// Bytes of the state folder that were searched, and marks of the person found there.
    package var scanned: Int64?
    package var residue: Int?
    /// Until when a backup of keys.db could still open what was erased; nil while unknown.
    package var openableUntil: Date?
    /// What the operator declared out of reach.
    package var unreachable: [String]
    /// What became of the confirmation; nil when there is none yet, or none could be sent.
    package var confirmation: DeliveryState?
    package var finishedAt: Date?
    /// Recipients of the person's data who were written to, and those who could not be (Art. 19).
    package var recipientsTold = 0
    package var recipientsUntold = 0

    package init(
        id: ErasureID, state: ErasureState, askedAt: Date, notBefore: Date, how: ErasureVerification.How,
        author: String, erased: ErasureCounts? = nil, copiesRemoved: Int = 0, copiesLeft: Int = 0, mentions: Int = 0,
        scanned: Int64? = nil, residue: Int? = nil, openableUntil: Date? = nil, unreachable: [String] = [],
        confirmation: DeliveryState? = nil, finishedAt: Date? = nil
    ) {
        self.id = id
        self.state = state
        self.askedAt = askedAt
        self.notBefore = notBefore
        self.how = how
        self.author = author
        self.erased = erased
        self.copiesRemoved = copiesRemoved
        self.copiesLeft = copiesLeft
        self.mentions = mentions
        self.scanned = scanned
        self.residue = residue
        self.openableUntil = openableUntil
        self.unreachable = unreachable
        self.confirmation = confirmation
        self.finishedAt = finishedAt
    }
}

/// A message of somebody else that names an erased person.
package struct ErasureMention: Sendable, Equatable {
    package var ticket: TicketNumber
    package var message: TicketMessageID

    package init(ticket: TicketNumber, message: TicketMessageID) {
        self.ticket = ticket
        self.message = message
    }
}
