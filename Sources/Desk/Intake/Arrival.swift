package import Foundation
package import Mail

/// One mail as it came from the server, before anything was decided about it.
package struct Arrival: Sendable {
    package var uid: UInt32
    /// INTERNALDATE, or the time of fetching.
    package var receivedAt: Date
    package var content: Content

    package enum Content: Sendable {
        case message(Message)
        /// Over the mailbox's limit: only its headers were fetched. `size` is in bytes.
        case tooLarge(headers: Message, size: Int)
        /// Reading it failed `Limits.intakeAttempts` times. The bytes are kept sealed, nobody parses them again.
        case unreadable(bytes: [UInt8], reason: QuarantineReason)
    }

    package init(uid: UInt32, receivedAt: Date, content: Content) {
        self.uid = uid
        self.receivedAt = receivedAt
        self.content = content
    }
}

package enum QuarantineReason: String, Sendable {
    case stoppedTheDaemon = "reading it stopped the daemon three times"
    case couldNotBeStored = "storing it failed three times"
}

/// Mails of one folder that become ticket events in one transaction.
package struct IntakeBatch: Sendable {
    package var profile: MailboxProfile
    package var settings: DeskSettings
    package var folder: String
    package var uidValidity: UInt32
    package var arrivals: [Arrival]
    /// An import of old mail: original dates, closed tickets, no acknowledgements.
    package var isArchive: Bool
    package var now: Date

    package init(
        profile: MailboxProfile, settings: DeskSettings, folder: String, uidValidity: UInt32, arrivals: [Arrival],
        isArchive: Bool, now: Date
    ) {
        self.profile = profile
        self.settings = settings
        self.folder = folder
        self.uidValidity = uidValidity
        self.arrivals = arrivals
        self.isArchive = isArchive
        self.now = now
    }
}

/// What became of one arrival.
package struct Acceptance: Sendable, Equatable {
    package var uid: UInt32
    package var outcome: Outcome

    package enum Outcome: Sendable, Equatable {
        case opened(TicketNumber)
        case appended(TicketNumber)
        case reported(DeliveryState)
        case unsubscribed
        case ignored(IgnoreReason)
        /// Storing this one failed; the rest of the batch is kept. It is tried again.
        case failed
    }

    package init(uid: UInt32, outcome: Outcome) {
        self.uid = uid
        self.outcome = outcome
    }
}

package enum IgnoreReason: String, Sendable {
    case alreadyImported = "already-imported"
    case ourOwnMail = "our-own-mail"
    case unmatchedReport = "unmatched-report"
    case readReceipt = "read-receipt"
    case unknownUnsubscribeToken = "unknown-unsubscribe-token"
}
