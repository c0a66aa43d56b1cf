package import Foundation

/// The cursor plus one row for each UID not yet settled.
package struct IntakeState: Sendable, Equatable {
    package var uidValidity: UInt32
    package var lastUID: UInt32
    /// Mail below this UID was there when we came, or when the server numbered the folder anew.
    package var oldBelow: UInt32
    /// When we first came. Mail below `oldBelow` that is older than this is not ours to take unasked.
    package var firstContact: Date
    package var unsettled: [Unsettled]

    package struct Unsettled: Sendable, Equatable {
        package var uid: UInt32
        package var attempts: UInt32
        package var state: State

        package enum State: String, Sendable {
            /// Unseen mail of the first contact that is to be taken, in batches like any other.
            case waiting
            /// Recorded before parsing. Found at a start, it tells of an unclean end.
            case attempting
            /// Ours is on disk; the server does not know yet.
            case acceptedNotTold = "accepted-not-told"
            /// Kept on the server untouched; a ticket shows it.
            case quarantined
        }

        package init(uid: UInt32, attempts: UInt32, state: State) {
            self.uid = uid
            self.attempts = attempts
            self.state = state
        }
    }

    package init(
        uidValidity: UInt32, lastUID: UInt32, oldBelow: UInt32 = 0,
        firstContact: Date = Date(timeIntervalSince1970: 0), unsettled: [Unsettled]
    ) {
        self.uidValidity = uidValidity
        self.lastUID = lastUID
        self.oldBelow = oldBelow
        self.firstContact = firstContact
        self.unsettled = unsettled
    }
}
