import Foundation
import Mail

/// Decides what forwarding a message becomes: one mail to one recipient. Pure but for chance.
///
/// It hands on what the message says and nothing that comes with it: no name, no address, no earlier mail that the
/// message quotes (Art. 5(1)(c)). It is of the class of copies: a wish of the recipient stops it, and it answers
/// nobody.
package enum ForwardPlan {
    package static func make(
        _ draft: ForwardDraft, in context: ForwardContext, by dispatch: Dispatch
    ) throws(Dispatch.Failure) -> PlannedEntry {
        let permission = SendPermission.decide(
            .carbonCopy, ticket: context.ticket, isFirstAnswer: false, isOverridden: false,
            suppression: context.suppression)
        let reason: String?
        switch permission {
        case .granted: reason = nil
        case .withheld(let why): reason = why
        }
        return PlannedEntry(
            mail: try dispatch.prepare(letter(draft, in: context)), state: reason == nil ? .queued : .suppressed,
            reason: reason, isFirstAnswer: false, isOverridden: false, isToRequester: false,
            nextAttemptAt: dispatch.world.now().addingTimeInterval(dispatch.settings.undo.seconds))
    }

    private static func letter(_ draft: ForwardDraft, in context: ForwardContext) -> Letter {
        Letter(
            mailClass: .carbonCopy, mailbox: context.mailbox, ticket: context.ticket, recipient: draft.to,
            recipientName: nil, subject: OpeningSubject.text(context.subject, ticket: context.ticket),
            text: text(draft, in: context), attachments: context.files, isFirstContact: true, isForwarded: true,
            language: context.mailbox.language)
    }

    private static func text(_ draft: ForwardDraft, in context: ForwardContext) -> String {
        let phrase = context.direction == .in ? Phrase.forwardedReceived : .forwardedSent
        let heading = phrase.text(in: context.mailbox.language, ["date": DayText.of(context.at)])
        let said = QuoteFolding(context.text, subject: context.subject).written
        let words = draft.text.contains { !$0.isWhitespace } ? [draft.text] : []
        return (words + ["— \(heading) —", said]).joined(separator: "\n\n")
    }
}
