package import Foundation
import Synchronization

/// What every mailbox is doing at this moment, for `mailboxes list`, `/readyz`, metrics and the doctor.
///
/// In memory only: after a restart it fills within one poll. Holds no personal data.
package final class MailboxBoard: Sendable {
    package struct Entry: Sendable, Equatable {
        package var state: MailboxState
        package var lastSuccessAt: Date?
        package var imported: Int
        /// Whether the SMTP server refused the login when it was last asked; nil when this run has not asked.
        package var isSendingRefused: Bool?

        package init(
            state: MailboxState = .starting, lastSuccessAt: Date? = nil, imported: Int = 0,
            isSendingRefused: Bool? = nil
        ) {
            self.state = state
            self.lastSuccessAt = lastSuccessAt
            self.imported = imported
            self.isSendingRefused = isSendingRefused
        }
    }

    private let entries = Mutex<[MailboxName: Entry]>([:])

    package init() {}

    package func entry(of mailbox: MailboxName) -> Entry {
        entries.withLock { $0[mailbox] ?? Entry() }
    }

    package func report(_ state: MailboxState, of mailbox: MailboxName) {
        entries.withLock { $0[mailbox, default: Entry()].state = state }
    }

    package func reportSuccess(of mailbox: MailboxName, at now: Date) {
        entries.withLock { $0[mailbox, default: Entry()].lastSuccessAt = now }
    }

    /// Whether the server that sends this mailbox's mail lets us in.
    package func reportSending(isRefused: Bool, of mailbox: MailboxName) {
        entries.withLock { $0[mailbox, default: Entry()].isSendingRefused = isRefused }
    }

    package func countImported(_ count: Int, of mailbox: MailboxName) {
        entries.withLock { $0[mailbox, default: Entry()].imported += count }
    }
}

package enum MailboxState: Sendable, Equatable {
    case starting
    case connecting
    case importing(remaining: Int)
    case waiting(idle: Bool)
    case backingOff(MailboxFailure, until: Date)
    /// Retrying would only lock the account; the operator has to act.
    case stopped(MailboxFailure)
    /// The store does not take anything: the mailbox is left untouched (P9).
    case blocked(StoreFailure)

    package var word: String {
        switch self {
        case .starting: "starting"
        case .connecting: "connecting"
        case .importing: "importing"
        case .waiting(let idle): idle ? "idle" : "polling"
        case .backingOff: "backing-off"
        case .stopped: "stopped"
        case .blocked: "blocked"
        }
    }

    package var isWell: Bool {
        switch self {
        case .starting, .connecting, .importing, .waiting: true
        case .backingOff, .stopped, .blocked: false
        }
    }
}
