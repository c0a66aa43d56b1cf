import Foundation
package import Mail

/// Decides what an arriving mail becomes. Pure: bytes and context in, decision out; no clock, no store, no chance.
///
/// The order is the design's (mail.md "In"): what we know already, our own mail, an unsubscribe request, reports
/// on our mail, then threading, and only then a new ticket.
package enum Intake {
    package static func decide(_ message: Message, in context: IntakeContext) -> Decision {
        if context.identity == .sameMail { return .ignore(.alreadyImported) }
        // mission.md §3.11: our own mail coming back is recorded as seen and stops here.
        if context.isOurOwn { return .ignore(.ourOwnMail) }
        switch context.unsubscribe {
        case .claim(let claim): return .unsubscribe(claim)
        case .unknownToken: return .ignore(.unknownUnsubscribeToken)
        case .none: break
        }
        if let bounce = message.bounce { return decide(bounce, in: context) }
        return thread(message, in: context)
    }

    /// Bounces set a delivery state and never open a ticket (mail.md "Bounces").
    private static func decide(_ bounce: Bounce, in context: IntakeContext) -> Decision {
        switch bounce.kind {
        case .disposition:
            return .ignore(.readReceipt)
        case .complaint:
            return context.reported.map { .complaint(about: $0) } ?? .ignore(.unmatchedReport)
        case .delivery:
            return context.reported.map { .report(on: $0, bounce) } ?? .ignore(.unmatchedReport)
        }
    }

    private static func thread(_ message: Message, in context: IntakeContext) -> Decision {
        let remarks = Remarks.of(message, in: context)
        var related: TicketNumber?
        var followed: TicketNumber?
        for (candidate, means) in candidates(in: context) {
            switch admission(to: candidate, by: means, in: context) {
            case .join(let held):
                let wakes = !message.automation.isMachine && !message.isOutOfOffice
                let isClosed = candidate.status == .closed
                if isClosed && !isRecentlyClosed(candidate, in: context) {
                    // mission.md §3.17: a long-closed ticket is not woken; the new one points at it.
                    followed = followed ?? candidate.number
                    continue
                }
                return .append(
                    Appending(
                        to: candidate.number, isVerified: context.authorship.standing == .verified && !held,
                        isHeld: held, reopens: wakes && !held && candidate.status != .new, wakes: wakes && !held,
                        remarks: remarks))
            case .suggest:
                related = related ?? candidate.number
            }
        }
        // A block must not take a right away: what reads like a request is seen by a human.
        if context.isBlocked && !context.asksForRight { return .ignore(.blockedSender) }
        return .open(
            Opening(
                status: context.isArchive ? .closed : .new, isVerified: context.authorship.standing == .verified,
                acknowledgement: AcknowledgementPolicy.decide(message, in: context), possiblyRelated: related,
                follows: followed, remarks: remarks))
    }

    private enum Means { case token, ourMessageID, foreignMessageID, subjectTag }

    private enum Admission { case join(held: Bool), suggest }

    private static func candidates(in context: IntakeContext) -> [(ThreadCandidate, Means)] {
        var found: [(ThreadCandidate, Means)] = []
        if let candidate = context.byToken { found.append((candidate, .token)) }
        if let candidate = context.byOurMessageID { found.append((candidate, .ourMessageID)) }
        if let candidate = context.byForeignMessageID { found.append((candidate, .foreignMessageID)) }
        if let candidate = context.bySubjectTag { found.append((candidate, .subjectTag)) }
        return found
    }

    /// P11. A token or an id of ours is a capability; everything else needs a proved participant.
    private static func admission(
        to candidate: ThreadCandidate, by means: Means, in context: IntakeContext
    ) -> Admission {
        let standing = context.authorship.standing
        switch means {
        case .token:
            return .join(held: !candidate.authorIsParticipant || standing == .failed)
        case .ourMessageID:
            guard candidate.authorIsParticipant else { return .suggest }
            return .join(held: standing == .failed)
        case .foreignMessageID, .subjectTag:
            guard candidate.authorIsParticipant, standing == .verified else { return .suggest }
            return .join(held: false)
        }
    }

    private static func isRecentlyClosed(_ candidate: ThreadCandidate, in context: IntakeContext) -> Bool {
        guard let closedAt = candidate.closedAt else { return true }
        return context.now.timeIntervalSince(closedAt) <= context.profile.reopenWindow.seconds
    }
}
