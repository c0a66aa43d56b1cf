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

package enum IgnoreReason: String, Sendable {
    case alreadyImported = "already-imported"
    case blockedSender = "blocked-sender"
    case ourOwnMail = "our-own-mail"
    case unmatchedReport = "unmatched-report"
    case readReceipt = "read-receipt"
    case unknownUnsubscribeToken = "unknown-unsubscribe-token"
}
