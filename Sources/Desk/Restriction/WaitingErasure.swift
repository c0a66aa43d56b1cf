/// An erasure that has destroyed nothing yet and may have to wait, with whom it is about.
package struct WaitingErasure: Sendable, Equatable {
    package var erasure: Erasure
    package var person: PersonID
    /// A legal hold stands for the person.
    package var isOnHold: Bool

    package init(erasure: Erasure, person: PersonID, isOnHold: Bool) {
        self.erasure = erasure
        self.person = person
        self.isOnHold = isOnHold
    }

    /// Why the person's data is withheld meanwhile; nil when the erasure is only stopped by the daily limit.
    package var ground: Restriction.Ground? {
        switch erasure.state {
        case .onHold: .hold
        case .waiting: .erasure
        case .held, .planned, .forgotten, .expunged, .certified, .done, .cancelled: nil
        }
    }
}
