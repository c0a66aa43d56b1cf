import Desk
import Foundation
import Testing
import Vault

struct AuditEventTests {
    private static let object = ObjectID(high: .max, low: .max)

    /// In three lists, each short enough for the compiler.
    static func events() throws -> [AuditEvent] {
        let ticket = try #require(TicketNumber(1 << 53))
        let breach = try #require(BreachNumber(1 << 53))
        return operation() + work(on: ticket) + rights(on: ticket) + breaches(breach)
    }

    private static func operation() -> [AuditEvent] {
        let events: [AuditEvent] = [
            .tokenAdded(AccessTokenID(object), Set(Scope.allCases)), .tokenRevoked(AccessTokenID(object)),
            .webhookAdded(WebhookID(object)), .webhookRemoved(WebhookID(object)),
            .agentAdded(AgentID(object), .admin), .agentChanged(AgentID(object), .dpo),
            .agentDisabled(AgentID(object), reassigned: 1 << 30, unassigned: 1 << 30), .agentReset(AgentID(object)),
            .loginsFailed(AgentID(object), failures: 1 << 30), .loginsFlooded(attempts: 1 << 30),
            .backupMade(.desk, bytes: 1 << 53), .storeOpened(DaemonRun(object)),
            .configurationReloaded(changes: 1 << 30), .storeRestored(lines: 1 << 53, gap: 1 << 53),
            .keyEpochBegun(1 << 32), .retentionClockConfirmed, .senderBlocked(.address), .senderUnblocked(.domain),
            .complianceChecked(digest: [UInt8](repeating: 255, count: 32), failed: 1 << 30, warned: 1 << 30),
            .complianceWentRound(failedStep: 8), .evidenceGiven(digest: [UInt8](repeating: 255, count: 32)),
        ]
        let signIns = SignInAct.allCases.map { AuditEvent.mailboxSignIn($0, MailTokenID(object)) }
        return events + signIns + QuarantineAct.allCases.map { AuditEvent.quarantine($0, TicketMessageID(object)) }
    }

    private static func work(on ticket: TicketNumber) -> [AuditEvent] {
        let message = TicketMessageID(object)
        return [
            .replyOverridden(ticket: ticket, entry: OutboxEntryID(object)), .ticketRead(ticket),
            .ticketLabelled(ticket, Set(PrivacyLabel.allCases)), .ticketMerged(ticket, into: ticket),
            .ticketSplit(ticket, from: ticket, messages: 1 << 53), .messageAdmitted(message, ticket: ticket),
            .messageForwarded(message, ticket: ticket), .participantAdded(PersonID(object), ticket: ticket),
            .participantRemoved(PersonID(object), ticket: ticket),
        ]
    }

    private static func rights(on ticket: TicketNumber) -> [AuditEvent] {
        let erasure = ErasureID(object)
        let mailboxes = [MailboxName(String(repeating: "M", count: 64))].compactMap { $0 }
        return mailboxes.flatMap { mailbox in
            [
                AuditEvent.retentionApproved(mailbox, tickets: 1 << 53),
                .retentionRan(mailbox, tickets: 1 << 53, people: 1 << 53),
            ]
        } + [
            .unsubscribed(.oneClick, UnsubscribeScope.everything.union(.dropRequest)), .resubscribed, .undoUsed,
            .requestRegistered(RightsRequestID(object), .marketingObjection, .portal),
            .requestMoved(RightsRequestID(object), "not-identified"),
            .personErased(erasure, messages: 1 << 53), .erasureHeld(erasure), .erasureApproved(erasure),
            .consentRecorded(ConsentID(object), .import, isValid: true), .consentWithdrawn(ConsentID(object), .portal),
            .purposeWorded(number: 1 << 20, .german), .purposeClosed,
            .erasureCancelled(erasure), .messageRedacted(ticket: ticket, message: TicketMessageID(object)),
        ]
    }

    private static func breaches(_ breach: BreachNumber) -> [AuditEvent] {
        let counts = AffectedCounts(people: 1 << 40, records: 1 << 40)
        return [
            .breachOpened(breach, isDrill: true), .breachMoved(breach, "notified-controller"),
            .breachAffected(breach, source: "misdirected", counts), .breachLettersQueued(breach, 1 << 40),
            .breachSuspected(BreachCandidateID(object), .massReading),
            .breachSuspicionDecided(BreachCandidateID(object), .confirmed(breach)),
        ]
    }

    /// What the chain refuses would take the act down with it.
    @Test func `the longest of every event has room in an entry, whoever did it`() throws {
        let actors: [Principal] = [
            .operatorOnHost, .unmappedLocalUser, .daemon,
            .token(AccessTokenID(Self.object), scopes: [], mailboxes: nil),
            .agent(AgentID(Self.object), role: .agent, mailboxes: nil),
        ]
        let events = try Self.events()
        #expect(Set(events.map(\.code)).count == events.count)
        for event in events {
            for actor in actors.map(\.auditName) {
                let entry = AuditEntry(
                    sequence: .max, milliseconds: .max, event: event.code, object: event.object ?? Self.object,
                    details: event.details(actor: actor))
                let stored = try #require(entry, "\(event.code) by \(actor)")
                let record = AuditRecord(
                    sequence: 1, at: Date(timeIntervalSince1970: 0), event: event.code, object: event.object,
                    details: stored.details)
                #expect(record.actor == actor)
                #expect(record.details?.count == event.details(actor: actor).count - 1)
            }
        }
    }

    @Test(arguments: [UnsubscribeScope.ticket, .automatic, .marketing, .dropRequest, .everything, []])
    func `each scope has a word of its own`(scope: UnsubscribeScope) {
        let word = { (scope: UnsubscribeScope) in AuditEvent.unsubscribed(.page, scope).details(actor: "x")["scope"] }
        #expect(word(scope) != word(scope.symmetricDifference(.marketing)))
        if scope.isEmpty { #expect(word(scope) == .code("nothing")) }
    }

    @Test(arguments: ["", "{}x", "{\"actor\":7.5}", "[1]", "{\"actor\":null}", "{\"a\":{\"b\":1}}"])
    func `details that nobody wrote so are shown as unreadable`(text: String) {
        let record = AuditRecord(
            sequence: 1, at: Date(timeIntervalSince1970: 0), event: "undo.used", object: nil, details: Array(text.utf8))
        #expect(record.details == nil && record.actor == nil)
    }
}
