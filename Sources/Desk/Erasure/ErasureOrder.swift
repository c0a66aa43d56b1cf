/// That a person is to be erased, and on whose word.
package struct ErasureOrder: Sendable {
    /// Where the wish came from.
    package enum Origin: Sendable {
        /// An agent who made sure of the identity.
        case agent
        /// The person's own page, opened by a link to their address: it waits, so that a stolen mailbox or a wrong
        /// click destroys nothing.
        case portal
    }

    package var person: PersonID
    package var verification: ErasureVerification
    package var origin: Origin
    package var author: Principal

    package init(
        person: PersonID, verification: ErasureVerification, origin: Origin = .agent, author: Principal
    ) {
        self.person = person
        self.verification = verification
        self.origin = origin
        self.author = author
    }
}

/// What the store made of an order.
package enum ErasurePlanning: Sendable, Equatable {
    /// A new erasure, or the one of this person that is under way already.
    case planned(Erasure)
    case nobody
    /// The stand-in for senders without an address is not a person.
    case standIn
}
