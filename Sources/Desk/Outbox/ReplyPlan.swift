import Foundation
import Mail

/// Decides what an agent's reply becomes: one mail to the requester and one to each carbon copy. Pure but for chance.
package enum ReplyPlan {
    package static func make(
        _ draft: ReplyDraft, in context: ReplyContext, by dispatch: Dispatch
    ) throws(Dispatch.Failure) -> [PlannedEntry] {
        var entries: [PlannedEntry] = []
        if let recipient = context.recipient {
            let permission = SendPermission.decide(
                .humanReply, ticket: context.ticket.number, isFirstAnswer: context.isFirstAnswer,
                isOverridden: draft.override != nil, suppression: context.suppression)
            let mail = try dispatch.prepare(letter(draft, to: recipient, isRequester: true, in: context))
            entries.append(entry(mail, permission: permission, isToRequester: true, draft, context, dispatch))
        }
        // The requester has the answer already. A copy to ourselves, as "reply to all" makes of a Reply-To with a
        // token, would come back as a mail of a stranger.
        let ours = context.mailbox.address.normalized
        var served = Set([context.recipient?.normalized].compactMap { $0 })
        for copy in draft.carbonCopies
        where copy.withoutTag.normalized != ours && served.insert(copy.normalized).inserted {
            let permission = SendPermission.decide(
                .carbonCopy, ticket: context.ticket.number, isFirstAnswer: false, isOverridden: false,
                suppression: context.copiedSuppressions[copy.normalized])
            let mail = try dispatch.prepare(letter(draft, to: copy, isRequester: false, in: context))
            entries.append(entry(mail, permission: permission, isToRequester: false, draft, context, dispatch))
        }
        return entries
    }

    private static func letter(
        _ draft: ReplyDraft, to recipient: EmailAddress, isRequester: Bool, in context: ReplyContext
    ) -> Letter {
        let answered = context.answers
        let parent = answered?.messageID.flatMap { MessageID($0) }
        var references = answered?.references.compactMap { MessageID($0) } ?? []
        if let parent { references.append(parent) }
        let pseudo = MessageID("ticket-\(context.ticket.number.value)@\(context.mailbox.address.domain)")
        var noticeDate: Date?
        if isRequester, let suppression = context.suppression, let wroteAt = context.wroteAt,
            wroteAt > suppression.since, suppression.covers(.automaticService, ticket: context.ticket.number)
        {
            noticeDate = suppression.since
        }
        return Letter(
            mailClass: isRequester ? .humanReply : .carbonCopy, mailbox: context.mailbox,
            ticket: context.ticket.number, recipient: recipient,
            recipientName: isRequester ? context.recipientName : nil,
            subject: ReplySubject.text(answering: context.ticket.subject, ticket: context.ticket.number),
            text: draft.text, inReplyTo: parent, references: [pseudo].compactMap { $0 } + references,
            threadTopic: answered?.threadTopic, threadIndex: answered?.threadIndex, attachments: draft.attachments,
            isFirstContact: context.isFirstContact || !isRequester,
            // A second mail in a matter we began, before the person wrote a word.
            isUnasked: isRequester && answered == nil, unsubscribedOn: noticeDate,
            language: context.mailbox.language)
    }

    private static func entry(
        _ mail: PreparedMail, permission: SendPermission, isToRequester: Bool, _ draft: ReplyDraft,
        _ context: ReplyContext, _ dispatch: Dispatch
    ) -> PlannedEntry {
        let reason: String?
        switch permission {
        case .granted: reason = nil
        case .withheld(let why): reason = why
        }
        return PlannedEntry(
            mail: mail, state: reason == nil ? .queued : .suppressed, reason: reason,
            isFirstAnswer: isToRequester && context.isFirstAnswer,
            isOverridden: isToRequester && draft.override != nil,
            isToRequester: isToRequester,
            nextAttemptAt: dispatch.world.now().addingTimeInterval(dispatch.settings.undo.seconds))
    }
}
