package import Foundation
import Vault

/// What a person asked under Art. 12–22 GDPR, and how far it is. One state machine for every right; its table stands in
/// `Desk.docc/Requests.md`.
///
/// What survives an erasure is this without `wording`, `contact` and `person`: kind, channel, days and decision, which
/// are what Art. 5(2) has to show.
package struct RightsRequest: Sendable, Equatable {
    package var id: RightsRequestID
    package var right: Right
    package var channel: Channel
    package var receivedAt: Date
    /// The legal clock: day of receipt, extension, suspension.
    package var clock: LegalClock
    package var state: State
    package var identity: Identity
    /// nil: nobody on file, or erased.
    package var person: PersonID?
    /// The ticket whose messages carry the letters; nil for a request without any mail.
    package var ticket: TicketNumber?
    /// The caller's or writer's own words, as whoever took them down heard them.
    package var wording: String
    /// Where the person can be reached when nobody is on file: an address, a number, a postal address.
    package var contact: String?
    /// The day we asked for something that stops the clock; nil when nothing is open.
    package var suspendedOn: CalendarDay?
    /// The reasons given for an extension.
    package var extensionReason: String?
    package var decision: Decision?
    /// Who signed a refusal: the name of a principal, never of a person.
    package var signedOffBy: String?
    package var decidedAt: Date?
    package var answeredAt: Date?
    package var version: Int64

    package init(
        id: RightsRequestID, right: Right, channel: Channel, receivedAt: Date, clock: LegalClock,
        state: State = .received, identity: Identity = .unproved, person: PersonID?, ticket: TicketNumber?,
        wording: String, contact: String?, suspendedOn: CalendarDay? = nil, extensionReason: String? = nil,
        decision: Decision? = nil, signedOffBy: String? = nil, decidedAt: Date? = nil,
        answeredAt: Date? = nil, version: Int64 = 1
    ) {
        self.id = id
        self.right = right
        self.channel = channel
        self.receivedAt = receivedAt
        self.clock = clock
        self.state = state
        self.identity = identity
        self.person = person
        self.ticket = ticket
        self.wording = wording
        self.contact = contact
        self.suspendedOn = suspendedOn
        self.extensionReason = extensionReason
        self.decision = decision
        self.signedOffBy = signedOffBy
        self.decidedAt = decidedAt
        self.answeredAt = answeredAt
        self.version = version
    }

    /// What a person is told to quote: eight letters and digits, 40 of the id's random bits.
    package var reference: String { Self.reference(of: id) }

    package static func reference(of id: RightsRequestID) -> String {
        Base32.encode(Array(id.object.bytes.suffix(5))).uppercased()
    }

    package var isOpen: Bool { state != .closed }

    /// Whether a link to the address on file may still prove it: a human has read it, and nobody was recognised yet.
    package var takesProofByLink: Bool { isOpen && state != .possible && !identity.isProved }
}

extension RightsRequest {
    /// The rights of Chapter III, and what comes the same way.
    package enum Right: String, Sendable, CaseIterable {
        /// Art. 15.
        case access
        /// Art. 16.
        case rectification
        /// Art. 17.
        case erasure
        /// Art. 18.
        case restriction
        /// Art. 20.
        case portability
        /// Art. 21(1): against a legitimate interest.
        case objection
        /// Art. 21(2): against direct marketing; absolute, nothing to weigh.
        case marketingObjection = "marketing-objection"
        /// Art. 7(3).
        case withdrawal
        /// Art. 22: a human shall look at it.
        case automatedDecision = "automated-decision"
        case complaint
        case information

        package var article: String {
            switch self {
            case .access: "15"
            case .rectification: "16"
            case .erasure: "17"
            case .restriction: "18"
            case .portability: "20"
            case .objection: "21(1)"
            case .marketingObjection: "21(2)"
            case .withdrawal: "7(3)"
            case .automatedDecision: "22"
            case .complaint, .information: "12"
            }
        }

        /// Whether data leaves or goes for good, so that somebody else's word must not be enough (Art. 12(6)).
        package var needsProof: Bool {
            switch self {
            case .access, .rectification, .erasure, .restriction, .portability: true
            case .objection, .marketingObjection, .withdrawal, .automatedDecision, .complaint, .information: false
            }
        }
    }

    /// Every way is equal (Art. 12(2)).
    package enum Channel: String, Sendable, CaseIterable {
        case mail, portal, phone, letter, person
    }

    package enum State: String, Sendable, CaseIterable {
        /// A mail reads as if it were one; a human decides. Its clock runs from the mail all the same.
        case possible
        /// Registered; nobody has worked on it.
        case received
        /// We asked for something and the clock stands still.
        case suspended
        /// The person is known to be the person.
        case verified
        case closed
    }

    package enum Identity: Sendable, Equatable {
        case unproved
        /// By the single-use link sent to the address on file.
        case link(at: Date)
        /// By a human: how, and under which principal's name.
        case byStaff(how: String, by: String, at: Date)

        package var isProved: Bool { self != .unproved }
    }

    /// How it ended. A refusal names its ground (Art. 12(4), (5)).
    package enum Decision: Sendable, Equatable {
        case fulfilled
        case partly(reasons: String)
        case refused(Ground, reasons: String)
        /// Art. 11(2), 12(2): we cannot know who it is.
        case notIdentified
        /// The person took it back.
        case withdrawn
        /// It only read as if it were one: a human says why.
        case notARequest(reasons: String)

        package var word: String {
            switch self {
            case .fulfilled: "fulfilled"
            case .partly: "partly"
            case .refused: "refused"
            case .notIdentified: "not-identified"
            case .withdrawn: "withdrawn"
            case .notARequest: "not-a-request"
            }
        }

        package var reasons: String? {
            switch self {
            case .partly(let reasons), .refused(_, let reasons), .notARequest(let reasons): reasons
            case .fulfilled, .notIdentified, .withdrawn: nil
            }
        }

        package var ground: Ground? {
            if case .refused(let ground, _) = self { ground } else { nil }
        }
    }

    package enum Ground: String, Sendable, CaseIterable {
        /// Art. 12(5).
        case unfounded = "manifestly-unfounded"
        case excessive = "manifestly-excessive"
        /// Art. 17(3)(b), (e); a statutory period or a claim.
        case legalObligation = "legal-obligation"
        case legalClaims = "legal-claims"
        /// Art. 15(4), 20(4).
        case rightsOfOthers = "rights-of-others"
        /// Art. 21(1).
        case compellingGrounds = "compelling-grounds"
        /// The right does not exist for this basis (Art. 20(1)).
        case notApplicable = "not-applicable"
    }
}
