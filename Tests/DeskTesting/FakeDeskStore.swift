package import Desk
package import Foundation
import Synchronization
package import Vault

/// A desk store that forgets with the process, for tests of those who call the desk.
///
/// Honest about what agents, people and operators do: versions, idempotency, unsubscribes, single-use tokens. It takes
/// in no mail and drives no outbox; the store contract is proved on the real one. It counts every change, and can be
/// told to fail as a full disk does.
package final class FakeDeskStore: DeskStore {
    package struct State: Equatable {
        package var people: [PersonID: Person] = [:]
        package var tickets: [TicketNumber: FakeTicket] = [:]
        package var files: [AttachmentID: FakeFile] = [:]
        package var entries: [OutboxEntryID: FakeEntry] = [:]
        package var suppressions: [Suppression] = []
        package var disclosures: [PersonID: [Disclosure]] = [:]
        package var purposes: [ConsentPurpose] = []
        package var consents: [FakeConsent] = []
        package var forms: [[UInt8]: [UInt8]] = [:]
        package var optIns: [FakeOptIn] = []
        /// The links that would have left.
        package var optInLinks: [String] = []
        package var spent: Set<[UInt8]> = []
        package var tokens: [AccessTokenRecord] = []
        package var agents: [Agent] = []
        package var logins: [AgentID: FakeLogin] = [:]
        package var sessions: [AgentSession] = []
        package var quarantined: [QuarantinedMail] = []
        /// The bytes of all of them.
        package var quarantinedBytes: [UInt8] = []
        package var backups: [BackupRecord] = []
        package var alarms: [Alarm] = []
        package var news: [TicketNews] = []
        package var newsSettledAt: Date?
        /// Of the outbox and of automatic mail, which this store does not drive.
        package var figures = AlarmFigures()
        /// What an Idempotency-Key made.
        package var answers: [String: TicketMessageID] = [:]
        package var requests: [RightsRequestID: RightsRequest] = [:]
        package var reminded: [RightsRequestID: RightsRequestUrgency] = [:]
        package var rightsLetters: [RightsLetter] = []
        /// Normalised addresses that wait for a link.
        package var asks: [String] = []
        package var links: [FakeLink] = []
        package var portalSessions: [PortalSession] = []
        package var breaches: [BreachNumber: Breach] = [:]
        package var candidates: [BreachCandidate] = []
        package var sights: BreachSights?
        package var affected: [BreachNumber: Set<PersonID>] = [:]
        package var audit: [FakeAuditEntry] = []
        package var erasures: [ErasureID: FakeErasure] = [:]
        package var restrictions: [Restriction] = []
        package var holds: [LegalHold] = []
        package var notices: [PersonID: [RecipientNotice]] = [:]
        package var withheld: [TicketNumber: PersonID] = [:]
        package var exports: [ExportID: Export] = [:]
        package var exportBytes: [ExportID: [UInt8]] = [:]
        package var answersBefore: [FakeBefore] = []
        package var webhooks: [Webhook] = []
        package var blocked: [BlockTarget] = []
        package var wordings: [Wording] = []
        package var registers: [RegisterEntry] = []
        package var compliance = FakeCompliance()
        package var mailTokens: [MailboxName: HeldToken] = [:]
        package var filters: [SavedFilter] = []
        package var drafts: [TicketNumber: [Draft]] = [:]
        /// What a verification finds, for tests of those who show it.
        package var firstBadAudit: Int64?
        package var retention: [MailboxName: RetentionRecord] = [:]
        /// What a count finds.
        package var retentionPlans: [MailboxName: RetentionPlan] = [:]
        package var retentionClock = RetentionClockMark()
        package var anchorMailedAt: Date?
        package var rotation = KeyRotation(epoch: 1, waiting: 0)
        /// How many transactions changed something, or meant to.
        package var writes = 0
    }

    package struct Trouble: Sendable {
        package var reading: StoreFailure?
        package var writing: StoreFailure?
    }

    let keys: KeyRing
    let world: World
    private let state = Mutex(State())
    private let trouble = Mutex(Trouble())

    package init(keys: KeyRing, world: World) {
        self.keys = keys
        self.world = world
    }

    /// Everything there is, for comparing before and after.
    package var snapshot: State { state.withLock { $0 } }

    /// From now on reading or writing throws these; nil is well again.
    package func fail(reading: StoreFailure? = nil, writing: StoreFailure? = nil) {
        trouble.withLock { $0 = Trouble(reading: reading, writing: writing) }
    }

    var writingFailure: StoreFailure? { trouble.withLock { $0.writing } }

    /// Puts things in place without counting a change.
    package func arrange(_ change: (inout State) -> Void) {
        state.withLock { change(&$0) }
    }

    func read<Value: Sendable>(_ body: (State) throws(StoreFailure) -> Value) throws(StoreFailure) -> Value {
        if let failure = trouble.withLock({ $0.reading }) { throw failure }
        return try body(snapshot)
    }

    /// All or nothing.
    func write<Value: Sendable>(
        _ body: (inout State) throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> Value {
        if let failure = trouble.withLock({ $0.writing ?? $0.reading }) { throw failure }
        return try state.withLock { state throws(StoreFailure) in
            var changed = state
            let value = try body(&changed)
            changed.writes += 1
            state = changed
            return value
        }
    }
}

package struct FakeTicket: Sendable, Equatable {
    package var ticket: Ticket
    package var messages: [TicketMessage]
    package var isAwaitingAnswer: Bool
    /// Who takes part besides the requester.
    package var participants: [PersonID] = []
    package var mergedInto: TicketNumber?

    package init(ticket: Ticket, messages: [TicketMessage], isAwaitingAnswer: Bool) {
        self.ticket = ticket
        self.messages = messages
        self.isAwaitingAnswer = isAwaitingAnswer
    }
}

package struct FakeFile: Sendable, Equatable {
    package var ticket: TicketNumber
    package var summary: AttachmentSummary
    package var bytes: [UInt8]

    package init(ticket: TicketNumber, summary: AttachmentSummary, bytes: [UInt8]) {
        self.ticket = ticket
        self.summary = summary
        self.bytes = bytes
    }
}

package struct FakeEntry: Sendable, Equatable {
    package var summary: OutboxEntrySummary
    /// The hash its recipient would be suppressed under.
    package var suppression: [UInt8]

    package init(summary: OutboxEntrySummary, suppression: [UInt8]) {
        self.summary = summary
        self.suppression = suppression
    }
}
