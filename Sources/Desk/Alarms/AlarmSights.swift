package import Foundation

/// Everything an alarm can be about, as it is at one moment.
package struct AlarmSights: Sendable {
    package enum StoreSight: Sendable, Equatable {
        case answers(StoreHealth)
        case fails(StoreFailure)
    }

    package var now: Date
    /// When this life of the daemon began: silence and missing backups count from here.
    package var startedAt: Date
    package var mailboxes: [MailboxName: MailboxBoard.Entry]
    /// Of those that sign in with a token.
    package var signIns: [MailboxName: SignInStatus] = [:]
    package var store: StoreSight
    /// nil when the store does not answer.
    package var figures: AlarmFigures?
    /// Folders that shall hold the erasure ledger and do not hold all of it.
    package var ledgerCopiesBehind: Int
    /// nil when the disk cannot be asked.
    package var room: DiskRoom?
    /// Seconds the clock jumped lately; nil when it did not.
    package var clockJump: Int?

    package init(
        now: Date, startedAt: Date, mailboxes: [MailboxName: MailboxBoard.Entry], store: StoreSight,
        figures: AlarmFigures?, ledgerCopiesBehind: Int = 0, room: DiskRoom?, clockJump: Int?
    ) {
        self.now = now
        self.startedAt = startedAt
        self.mailboxes = mailboxes
        self.store = store
        self.figures = figures
        self.ledgerCopiesBehind = ledgerCopiesBehind
        self.room = room
        self.clockJump = clockJump
    }
}
