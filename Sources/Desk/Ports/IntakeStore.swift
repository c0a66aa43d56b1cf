package import Foundation

/// What the intake asks of the store. Each verb is one durable transaction; the state table is in
/// `Desk.docc/Intake.md`.
package protocol IntakeStore: Sendable {
    /// Where we stand in a folder; nil before the first contact.
    func intakeState(mailbox: MailboxName, folder: String) async throws(StoreFailure) -> IntakeState?
    /// First contact, or a new UIDVALIDITY: forgets unsettled rows of the folder and begins as told.
    func beginIntake(
        mailbox: MailboxName, folder: String, uidValidity: UInt32, _ beginning: IntakeBeginning
    ) async throws(StoreFailure)
    /// Kill point i2. Before parsing: these are being attempted. `alone` counts an attempt; a batch does not, because
    /// one of fifty is at fault and the others are not.
    /// Answers the attempts of each uid so far, this one included.
    func recordAttempt(
        mailbox: MailboxName, folder: String, uids: [UInt32], alone: Bool
    ) async throws(StoreFailure) -> [UInt32: UInt32]
    /// Kill point i3. New person keys first, then everything in one transaction, each mail in its own savepoint.
    /// Idempotent on (mailbox, folder, UIDVALIDITY, UID) and on the mail's identity.
    func accept(_ batch: IntakeBatch) async throws(StoreFailure) -> [Acceptance]
    /// Kill point i4 is past: the server was told. Rows with nothing left to do go.
    func recordTold(
        mailbox: MailboxName, folder: String, uids: [UInt32], copies: [UInt32: ServerCopy]
    ) async throws(StoreFailure)
}

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

extension IntakeStore {
    /// Begins after a UID, with nothing old and nothing waiting.
    package func beginIntake(
        mailbox: MailboxName, folder: String, uidValidity: UInt32, after lastUID: UInt32
    ) async throws(StoreFailure) {
        try await beginIntake(
            mailbox: mailbox, folder: folder, uidValidity: uidValidity, IntakeBeginning(after: lastUID))
    }
}
