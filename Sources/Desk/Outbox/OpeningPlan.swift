import Foundation
import Mail

/// Decides what writing first becomes: one mail to one person. Pure but for chance.
///
/// It is of class M1: a human wrote it, about a matter of this person's, and an unsubscribe covers it as it covers an
/// answer. But it answers nothing, so it is never the first answer that P5 owes; what carries it past an unsubscribe is
/// the reason and the basis alone. They are used only when there is something to override: a wish that comes later,
/// while the mail waits, withholds it like any other.
package enum OpeningPlan {
    package static func make(
        _ draft: OpeningDraft, in context: OpeningContext, by dispatch: Dispatch
    ) throws(Dispatch.Failure) -> PlannedEntry {
        let isOverridden = permission(isOverridden: false, context) != .granted
        let reason: String?
        switch permission(isOverridden: isOverridden, context) {
        case .granted: reason = nil
        case .withheld(let why): reason = why
        }
        return PlannedEntry(
            mail: try dispatch.prepare(letter(draft, in: context)), state: reason == nil ? .queued : .suppressed,
            reason: reason, isFirstAnswer: false, isOverridden: isOverridden, isToRequester: true,
            nextAttemptAt: dispatch.world.now().addingTimeInterval(dispatch.settings.undo.seconds))
    }

    private static func permission(isOverridden: Bool, _ context: OpeningContext) -> SendPermission {
        SendPermission.decide(
            .humanReply, ticket: context.ticket, isFirstAnswer: false, isOverridden: isOverridden,
            suppression: context.suppression)
    }

    private static func letter(_ draft: OpeningDraft, in context: OpeningContext) -> Letter {
        let pseudo = MessageID("ticket-\(context.ticket.value)@\(context.mailbox.address.domain)")
        // Art. 14(3)(b), 21(4): notice and right to object come with the first communication, and again with each
        // matter we begin, because nobody can say whether an earlier mail was about this one.
        return Letter(
            mailClass: .humanReply, mailbox: context.mailbox, ticket: context.ticket, recipient: draft.to,
            recipientName: context.recipientName,
            subject: OpeningSubject.text(draft.subject, ticket: context.ticket), text: draft.text,
            references: [pseudo].compactMap { $0 }, attachments: draft.attachments, isFirstContact: true,
            isUnasked: true, language: context.mailbox.language)
    }
}
