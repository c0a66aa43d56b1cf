package import Foundation
import Mail
package import Vault

/// Everything the store knows that bears on one arrival. Read inside the transaction that will act on it, so that a
/// mail and its follow-up in one batch, or in two mailboxes at once, cannot open two tickets.
package struct IntakeContext: Sendable {
    package var now: Date
    package var isArchive: Bool
    /// The server had it before the desk was restored from a backup: if it was acknowledged, nobody knows.
    package var isFromBeforeRestore = false
    package var profile: MailboxProfile
    package var authorship: Authorship
    package var identity: IdentityMatch
    /// The mail's own Message-ID or loop header is one of ours.
    package var isOurOwn: Bool
    /// (1) A reply token in any recipient address.
    package var byToken: ThreadCandidate?
    /// (2) A Message-ID of ours in In-Reply-To or References.
    package var byOurMessageID: ThreadCandidate?
    /// (3) A stored Message-ID of the same mailbox.
    package var byForeignMessageID: ThreadCandidate?
    /// (4) A subject tag `[#1042]`.
    package var bySubjectTag: ThreadCandidate?
    /// The mail a delivery report is about, found by the returned Message-ID.
    package var reported: OutboxEntryID?
    /// What a `mailto:` unsubscribe carried in its subject; nil when there was none or it was not ours.
    package var unsubscribe: UnsubscribeRequest
    package var suppression: UnsubscribeScope?
    package var isUndeliverable: Bool
    /// What is kept of the author is withheld: this mail is new and is not.
    package var isRestricted = false
    /// The author, or a domain they write from, is blocked.
    package var isBlocked = false
    /// Their words seem to ask for a right of Art. 12–22.
    package var asksForRight = false
    package var isAddressOfOurs: Bool
    package var courtesies: CourtesyCount

    package enum IdentityMatch: Sendable, Equatable {
        case new
        /// The same mail under another UID, folder or UIDVALIDITY.
        case sameMail
        /// The same Message-ID on another mail: stored and marked.
        case sameMessageIDOnly
    }

    package enum UnsubscribeRequest: Sendable {
        case none
        case claim(UnsubscribeClaim)
        /// It has the form of a request and a token we did not make.
        case unknownToken
    }

    package init(
        now: Date, isArchive: Bool, profile: MailboxProfile, authorship: Authorship, identity: IdentityMatch = .new,
        isOurOwn: Bool = false, byToken: ThreadCandidate? = nil, byOurMessageID: ThreadCandidate? = nil,
        byForeignMessageID: ThreadCandidate? = nil, bySubjectTag: ThreadCandidate? = nil,
        reported: OutboxEntryID? = nil, unsubscribe: UnsubscribeRequest = .none,
        suppression: UnsubscribeScope? = nil, isUndeliverable: Bool = false, isAddressOfOurs: Bool = false,
        courtesies: CourtesyCount = CourtesyCount()
    ) {
        self.now = now
        self.isArchive = isArchive
        self.profile = profile
        self.authorship = authorship
        self.identity = identity
        self.isOurOwn = isOurOwn
        self.byToken = byToken
        self.byOurMessageID = byOurMessageID
        self.byForeignMessageID = byForeignMessageID
        self.bySubjectTag = bySubjectTag
        self.reported = reported
        self.unsubscribe = unsubscribe
        self.suppression = suppression
        self.isUndeliverable = isUndeliverable
        self.isAddressOfOurs = isAddressOfOurs
        self.courtesies = courtesies
    }
}

/// A ticket a mail points at.
package struct ThreadCandidate: Sendable, Equatable {
    package var number: TicketNumber
    package var status: TicketStatus
    package var closedAt: Date?
    package var authorIsParticipant: Bool

    package init(number: TicketNumber, status: TicketStatus, closedAt: Date?, authorIsParticipant: Bool) {
        self.number = number
        self.status = status
        self.closedAt = closedAt
        self.authorIsParticipant = authorIsParticipant
    }
}

/// Courtesy mail already caused (P15).
package struct CourtesyCount: Sendable, Equatable {
    package var toAddressLastDay: Int
    /// So many since an hour ago: whoever answers within it may be a machine that hides.
    package var toAddressLastHour: Int
    /// The last 30 days.
    package var toAddressLastMonth: Int
    package var toEverybodyLastHour: Int
    package var toUnverifiedLastHour: Int

    package init(
        toAddressLastDay: Int = 0, toAddressLastMonth: Int = 0, toEverybodyLastHour: Int = 0,
        toUnverifiedLastHour: Int = 0, toAddressLastHour: Int = 0
    ) {
        self.toAddressLastDay = toAddressLastDay
        self.toAddressLastHour = toAddressLastHour
        self.toAddressLastMonth = toAddressLastMonth
        self.toEverybodyLastHour = toEverybodyLastHour
        self.toUnverifiedLastHour = toUnverifiedLastHour
    }
}
