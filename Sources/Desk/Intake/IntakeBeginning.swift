package import Foundation

/// How the intake of a folder begins.
package struct IntakeBeginning: Sendable, Equatable {
    /// Mail up to this UID is not looked at, except what waits.
    package var after: UInt32
    /// Mail up to `after` that is to be taken all the same.
    package var waiting: [UInt32]
    package var oldBelow: UInt32
    package var firstContact: Date

    package init(
        after: UInt32, waiting: [UInt32] = [], oldBelow: UInt32 = 0,
        firstContact: Date = Date(timeIntervalSince1970: 0)
    ) {
        self.after = after
        self.waiting = waiting
        self.oldBelow = oldBelow
        self.firstContact = firstContact
    }
}
