/// How a rotation of the keys that wrap people's keys stands.
package struct KeyRotation: Sendable, Equatable {
    /// The number of the newest of them. It wraps whatever is made from now on.
    package var epoch: Int
    /// People's keys that an older one still wraps.
    package var waiting: Int

    package init(epoch: Int, waiting: Int) {
        self.epoch = epoch
        self.waiting = waiting
    }
}

/// What one step of a rotation came to.
package enum KeyRotationStep: Sendable, Equatable {
    case idle
    case goesOn
    /// The older ones are destroyed, and this one wraps every key.
    case finished(epoch: Int)
}
