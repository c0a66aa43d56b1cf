package import Vault

/// What the audit log can say (Art. 5(2); gdpr.md B11). A closed list: each event names what it may carry, and that is
/// ids, counts and words of ours. No address, name, free text, token or hash of an address has a way in, so the log
/// outlives an erasure and tells nothing about the person then.
package enum AuditEvent: Sendable, Equatable {
    /// Somebody wrote to a person who had unsubscribed. Reason and basis stay sealed with the message.
    case replyOverridden(ticket: TicketNumber, entry: OutboxEntryID)
    /// A wish not to be written to was recorded, or grew.
    case unsubscribed(Suppression.Source, UnsubscribeScope)
    /// A wish was taken back; the evidence stays sealed beside it.
    case resubscribed
    /// The single-use link that takes a wish back was used.
    case undoUsed
    case tokenAdded(AccessTokenID, Set<Scope>)
    case tokenRevoked(AccessTokenID)
    /// Another program is told what happens from now on, or again.
    case webhookAdded(WebhookID)
    case webhookRemoved(WebhookID)
    /// New mail of a sender opens no ticket from now on, or does again. Whose is not said.
    case senderBlocked(BlockTarget.Kind)
    case senderUnblocked(BlockTarget.Kind)
    /// A mailbox was signed in at its provider, signed out, or the provider takes the sign-in no longer.
    case mailboxSignIn(SignInAct, MailTokenID)
    case agentAdded(AgentID, AgentRole)
    /// Another role, other mailboxes, another local user.
    case agentChanged(AgentID, AgentRole)
    /// Offboarding, and what became of the open tickets.
    case agentDisabled(AgentID, reassigned: Int, unassigned: Int)
    /// New credentials; every session ended.
    case agentReset(AgentID)
    /// Attempts to log in as this agent failed, so often in a row.
    case loginsFailed(AgentID, failures: Int)
    /// So many attempts of everybody together in a minute that further ones were refused.
    case loginsFlooded(attempts: Int)
    case backupMade(BackupSet, bytes: Int64)
    /// A person's keys and rows are gone, with how many messages.
    case personErased(ErasureID, messages: Int64)
    /// An erasure beyond the daily limit waits for a signature, was signed, or was taken back.
    case erasureHeld(ErasureID)
    case erasureApproved(ErasureID)
    case erasureCancelled(ErasureID)
    /// What is kept of a person is withheld from now on, or no more. How the person came to know of the end is a word.
    case personRestricted(PersonID, Restriction.Ground)
    case personReleased(PersonID, Restriction.Ground, told: Restriction.Telling)
    /// Name or address were corrected; a statement stands beside a message; recipients were told, or not (Art. 16, 19).
    case personRectified(PersonID)
    case statementAdded(TicketMessageID, ticket: TicketNumber)
    case recipientsTold(PersonID, RecipientNotice.Act, told: Int, untold: Int)
    /// What is kept of a person must not be destroyed from now on, or may be again.
    case holdSet(LegalHoldID, LegalHold.Ground)
    case holdLifted(LegalHoldID)
    case messageRedacted(ticket: TicketNumber, message: TicketMessageID)
    /// A copy for a person was asked for, made with so many messages and covered places, fetched, or ended.
    case exportPlanned(ExportID, Export.Kind)
    case exportMade(ExportID, messages: Int64, covered: Int64)
    case exportOpened(ExportID)
    case exportEnded(ExportID)
    /// The first read of a ticket by one reader in an hour.
    case ticketRead(TicketNumber)
    /// The privacy labels a ticket has from now on. Which data they are about stays sealed with the ticket.
    case ticketLabelled(TicketNumber, Set<PrivacyLabel>)
    case ticketMerged(TicketNumber, into: TicketNumber)
    case ticketSplit(TicketNumber, from: TicketNumber, messages: Int64)
    /// Somebody let a stranger's message in.
    case messageAdmitted(TicketMessageID, ticket: TicketNumber)
    /// A message went to somebody outside. To whom and why stays sealed with the person's disclosures.
    case messageForwarded(TicketMessageID, ticket: TicketNumber)
    case participantAdded(PersonID, ticket: TicketNumber)
    case participantRemoved(PersonID, ticket: TicketNumber)
    /// Something was done with a mail that could not be read.
    case quarantine(QuarantineAct, TicketMessageID)
    /// A daemon began to work on the store.
    case storeOpened(DaemonRun)
    case configurationReloaded(changes: Int)
    /// A request under Art. 12–22 was taken down, or a mail reads like one.
    case requestRegistered(RightsRequestID, RightsRequest.Right, RightsRequest.Channel)
    /// A move of a request, by its word: verified, extended, refused …
    case requestMoved(RightsRequestID, String)
    /// A single-use link was sent to the address on file, to prove a request.
    case proofLinkSent(RightsRequestID)
    /// Somebody opened the portal by a link to their address.
    case portalEntered(PersonID)
    /// Somebody let retention delete what was counted, for how many tickets.
    case retentionApproved(MailboxName, tickets: Int64)
    /// Retention deleted tickets whose time was over, and forgot people of whom nothing else was left.
    case retentionRan(MailboxName, tickets: Int64, people: Int64)
    /// Somebody confirmed the time after the clock had jumped.
    case retentionClockConfirmed
    /// A consent was recorded; whether it counts.
    case consentRecorded(ConsentID, ConsentChannel, isValid: Bool)
    case consentWithdrawn(ConsentID, ConsentChannel)
    /// A purpose people may consent to got a text of this number, or was closed.
    case purposeWorded(number: Int, Language)
    case purposeClosed
    /// A breach was put into the register; an exercise is one as well.
    case breachOpened(BreachNumber, isDrill: Bool)
    /// A move of a breach, by its word: described, assessed, notified, closed …
    case breachMoved(BreachNumber, String)
    /// A question found so many people and records that a breach concerns.
    case breachAffected(BreachNumber, source: String, AffectedCounts)
    /// So many letters to affected people were written.
    case breachLettersQueued(BreachNumber, Int)
    /// The daemon saw something that may be a breach.
    case breachSuspected(BreachCandidateID, BreachCandidate.Sign)
    /// A human said what it is.
    case breachSuspicionDecided(BreachCandidateID, BreachCandidate.Decision)
    /// People's keys are wrapped anew under a key of this number.
    case keyEpochBegun(Int)
    /// Something was stated in a register of accountability.
    case registerStated(Register, RegisterEntryID)
    /// The record of processing was given out, with its SHA-256.
    case recordGiven(digest: [UInt8])
    /// The checks of the installation were made, with the SHA-256 of what they came to.
    case complianceChecked(digest: [UInt8], failed: Int, warned: Int)
    /// A made-up person went round; the number of the step that failed, or 0.
    case complianceWentRound(failedStep: Int64)
    /// The bundle of evidence was given out, with its SHA-256.
    case evidenceGiven(digest: [UInt8])
    /// The store was put back from backups. `gap` counts the lines of the erasure ledger that were known to be missing
    /// or other when somebody accepted it: acts may have been undone that nobody can name.
    case storeRestored(lines: Int64, gap: Int64?)

    /// Two words and a dot. They never change, because they are chained.
    package var code: String {
        switch self {
        case .replyOverridden: "reply.overridden"
        case .unsubscribed: "person.unsubscribed"
        case .resubscribed: "person.resubscribed"
        case .undoUsed: "undo.used"
        case .tokenAdded: "token.added"
        case .tokenRevoked: "token.revoked"
        case .webhookAdded: "webhook.added"
        case .webhookRemoved: "webhook.removed"
        case .senderBlocked: "sender.blocked"
        case .senderUnblocked: "sender.unblocked"
        case .mailboxSignIn(let act, _): "mailbox." + act.rawValue
        case .agentAdded: "agent.added"
        case .agentChanged: "agent.changed"
        case .agentDisabled: "agent.disabled"
        case .agentReset: "agent.reset"
        case .loginsFailed: "login.failed"
        case .loginsFlooded: "login.flooded"
        case .backupMade: "backup.made"
        case .personErased: "person.erased"
        case .erasureHeld: "erasure.held"
        case .erasureApproved: "erasure.approved"
        case .erasureCancelled: "erasure.cancelled"
        case .personRestricted: "person.restricted"
        case .personReleased: "person.released"
        case .personRectified: "person.rectified"
        case .statementAdded: "statement.added"
        case .recipientsTold: "recipients.told"
        case .holdSet: "hold.set"
        case .holdLifted: "hold.lifted"
        case .messageRedacted: "message.redacted"
        case .exportPlanned: "export.planned"
        case .exportMade: "export.made"
        case .exportOpened: "export.opened"
        case .exportEnded: "export.ended"
        case .ticketRead: "ticket.read"
        case .ticketLabelled: "ticket.labelled"
        case .ticketMerged: "ticket.merged"
        case .ticketSplit: "ticket.split"
        case .messageAdmitted: "message.admitted"
        case .messageForwarded: "message.forwarded"
        case .participantAdded: "participant.added"
        case .participantRemoved: "participant.removed"
        case .quarantine(let act, _): "quarantine." + act.rawValue
        case .storeOpened: "store.opened"
        case .configurationReloaded: "configuration.reloaded"
        case .requestRegistered: "request.registered"
        case .requestMoved: "request.moved"
        case .proofLinkSent: "request.link"
        case .portalEntered: "portal.entered"
        case .retentionApproved: "retention.approved"
        case .retentionRan: "retention.ran"
        case .retentionClockConfirmed: "retention.clock"
        case .consentRecorded: "consent.recorded"
        case .consentWithdrawn: "consent.withdrawn"
        case .purposeWorded: "purpose.worded"
        case .purposeClosed: "purpose.closed"
        case .breachOpened: "breach.opened"
        case .breachMoved: "breach.moved"
        case .breachAffected: "breach.affected"
        case .breachLettersQueued: "breach.letters"
        case .breachSuspected: "breach.suspected"
        case .breachSuspicionDecided: "breach.decided"
        case .keyEpochBegun: "keys.rotated"
        case .registerStated: "register.stated"
        case .recordGiven: "record.given"
        case .complianceChecked: "compliance.checked"
        case .complianceWentRound: "compliance.trip"
        case .evidenceGiven: "evidence.given"
        case .storeRestored: "store.restored"
        }
    }

    /// What it happened to, where that has an id. Tickets have numbers, which stand in the details.
    package var object: ObjectID? {
        switch self {
        case .replyOverridden(_, let entry): entry.object
        case .tokenAdded(let token, _), .tokenRevoked(let token): token.object
        case .agentAdded(let agent, _), .agentChanged(let agent, _), .agentDisabled(let agent, _, _),
            .agentReset(let agent), .loginsFailed(let agent, _):
            agent.object
        case .quarantine(_, let message): message.object
        case .breachSuspected(let id, _), .breachSuspicionDecided(let id, _): id.object
        case .webhookAdded(let hook), .webhookRemoved(let hook): hook.object
        case .mailboxSignIn(_, let token): token.object
        case .storeOpened(let run): run.object
        case .requestRegistered(let request, _, _), .requestMoved(let request, _), .proofLinkSent(let request):
            request.object
        case .portalEntered(let person): person.object
        case .registerStated(_, let entry): entry.object
        case .messageAdmitted(let message, _), .messageForwarded(let message, _): message.object
        case .participantAdded(let person, _), .participantRemoved(let person, _), .personRestricted(let person, _),
            .personReleased(let person, _, _):
            person.object
        case .personErased(let id, _), .erasureHeld(let id), .erasureApproved(let id), .erasureCancelled(let id):
            id.object
        case .messageRedacted(_, let message), .statementAdded(let message, _): message.object
        case .personRectified(let person), .recipientsTold(let person, _, _, _): person.object
        case .holdSet(let hold, _), .holdLifted(let hold): hold.object
        case .consentRecorded(let consent, _, _), .consentWithdrawn(let consent, _): consent.object
        case .exportPlanned(let id, _), .exportMade(let id, _, _), .exportOpened(let id), .exportEnded(let id):
            id.object
        case .senderBlocked, .senderUnblocked, .unsubscribed, .resubscribed, .undoUsed, .backupMade, .loginsFlooded,
            .ticketRead, .ticketLabelled,
            .ticketMerged, .ticketSplit, .configurationReloaded, .storeRestored, .keyEpochBegun, .recordGiven,
            .retentionApproved, .retentionRan, .retentionClockConfirmed, .purposeWorded, .purposeClosed,
            .breachOpened, .breachMoved, .breachAffected, .breachLettersQueued, .complianceChecked,
            .complianceWentRound, .evidenceGiven:
            nil
        }
    }

    /// The details as they are chained; who did it is one of them, so that nobody can be put in another's place.
    package func details(actor: String) -> [String: AuditEntry.Detail] {
        var details = facts
        details["actor"] = .code(actor)
        return details
    }

    private var facts: [String: AuditEntry.Detail] {
        switch self {
        case .replyOverridden(let ticket, _), .ticketRead(let ticket), .messageAdmitted(_, let ticket),
            .messageForwarded(_, let ticket), .messageRedacted(let ticket, _),
            .participantAdded(_, let ticket), .participantRemoved(_, let ticket), .statementAdded(_, let ticket):
            ["ticket": .count(ticket.value)]
        case .ticketMerged(let ticket, let target): ["ticket": .count(ticket.value), "into": .count(target.value)]
        case .ticketSplit(let ticket, let source, let messages):
            ["ticket": .count(ticket.value), "from": .count(source.value), "messages": .count(messages)]
        case .unsubscribed(let source, let scope): ["source": .code(source.rawValue), "scope": .code(scope.auditWord)]
        case .tokenAdded(_, let scopes):
            Dictionary(uniqueKeysWithValues: scopes.map { ("may." + $0.rawValue, AuditEntry.Detail.count(1)) })
        case .ticketLabelled(let ticket, let labels):
            labels.reduce(into: ["ticket": .count(ticket.value)]) { $0["label." + $1.rawValue] = .count(1) }
        case .agentAdded(_, let role), .agentChanged(_, let role): ["role": .code(role.rawValue)]
        case .agentDisabled(_, let reassigned, let unassigned):
            ["reassigned": .count(Int64(reassigned)), "unassigned": .count(Int64(unassigned))]
        case .backupMade(let set, let bytes): ["set": .code(set.rawValue), "bytes": .count(bytes)]
        case .requestRegistered(_, let right, let channel):
            ["right": .code(right.rawValue), "channel": .code(channel.rawValue)]
        case .requestMoved(_, let word): ["to": .code(word)]
        case .recipientsTold(_, let act, let told, let untold):
            ["act": .code(act.rawValue), "told": .count(Int64(told)), "untold": .count(Int64(untold))]
        case .senderBlocked(let kind), .senderUnblocked(let kind): ["kind": .code(kind.rawValue)]
        case .holdSet(_, let ground): ["ground": .code(ground.rawValue)]
        case .personRestricted(_, let ground): ["ground": .code(ground.rawValue)]
        case .personReleased(_, let ground, let told):
            ["ground": .code(ground.rawValue), "told": .code(told.rawValue)]
        case .breachOpened(let number, let isDrill):
            ["breach": .count(number.value), "drill": .count(isDrill ? 1 : 0)]
        case .breachMoved(let number, let word): ["breach": .count(number.value), "to": .code(word)]
        case .breachAffected(let number, let source, let counts):
            [
                "breach": .count(number.value), "source": .code(source), "people": .count(Int64(counts.people)),
                "records": .count(Int64(counts.records)),
            ]
        case .breachLettersQueued(let number, let letters):
            ["breach": .count(number.value), "letters": .count(Int64(letters))]
        case .breachSuspected(_, let sign): ["sign": .code(sign.rawValue)]
        case .breachSuspicionDecided(_, .confirmed(let number)): ["breach": .count(number.value)]
        case .breachSuspicionDecided(_, .dismissed): ["dismissed": .count(1)]
        case .configurationReloaded(let changes): ["changes": .count(Int64(changes))]
        case .retentionApproved(let mailbox, let tickets):
            ["mailbox": .code(mailbox.value.lowercased()), "tickets": .count(tickets)]
        case .retentionRan(let mailbox, let tickets, let people):
            ["mailbox": .code(mailbox.value.lowercased()), "tickets": .count(tickets), "people": .count(people)]
        case .consentRecorded(_, let channel, let isValid):
            ["channel": .code(channel.rawValue), "counts": .count(isValid ? 1 : 0)]
        case .consentWithdrawn(_, let channel): ["channel": .code(channel.rawValue)]
        case .purposeWorded(let number, let language):
            ["number": .count(Int64(number)), "language": .code(language.rawValue)]
        case .exportPlanned(_, let kind): ["kind": .code(kind.rawValue)]
        case .exportMade(_, let messages, let covered): ["messages": .count(messages), "covered": .count(covered)]
        case .keyEpochBegun(let epoch): ["epoch": .count(Int64(epoch))]
        case .storeRestored(let lines, let gap):
            gap.map { ["lines": .count(lines), "gap": .count($0)] } ?? ["lines": .count(lines)]
        case .registerStated(let register, _): ["register": .code(register.rawValue)]
        case .recordGiven(let digest), .evidenceGiven(let digest): ["sha256": .code(Hex.encode(digest))]
        case .complianceChecked(let digest, let failed, let warned):
            [
                "sha256": .code(Hex.encode(digest)), "failed": .count(Int64(failed)), "warned": .count(Int64(warned)),
            ]
        case .complianceWentRound(let step): ["step": .count(step)]
        case .personErased(_, let messages): ["messages": .count(messages)]
        case .loginsFailed(_, let failures): ["failures": .count(Int64(failures))]
        case .loginsFlooded(let attempts): ["attempts": .count(Int64(attempts))]
        case .retentionClockConfirmed, .resubscribed, .undoUsed, .erasureHeld, .erasureApproved, .erasureCancelled,
            .purposeClosed, .tokenRevoked, .webhookAdded, .webhookRemoved, .storeOpened, .agentReset, .quarantine,
            .proofLinkSent, .portalEntered, .holdLifted, .exportOpened, .exportEnded, .personRectified,
            .mailboxSignIn:
            [:]
        }
    }
}

extension UnsubscribeScope {
    /// One word for a set of them.
    fileprivate var auditWord: String {
        let names: [(UnsubscribeScope, String)] = [
            (.automatic, "automatic"), (.dropRequest, "drop-request"), (.marketing, "marketing"), (.notices, "notices"),
            (.ticket, "ticket"),
        ]
        let words = names.filter { contains($0.0) }.map(\.1)
        return words.isEmpty ? "nothing" : words.joined(separator: ".")
    }
}
