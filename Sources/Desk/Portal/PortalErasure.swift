/// How an erasure stands that somebody may ask for in the portal.
package enum PortalErasure: Sendable, Equatable {
    /// What it would remove.
    case possible(ErasureCounts)
    /// It was asked for, and can be taken back until its time.
    case waiting(Erasure)
    /// The address belongs to a place and not to a person: somebody has to state their authority.
    case sharedAddress
}
