package import Mail

/// Makes the mail of a letter about a request. Pure but for chance.
package enum RightsLetterPlan {
    package static func make(
        _ letter: RightsLetter, about request: RightsRequest, in context: OpeningContext, to address: EmailAddress,
        isFirstContact: Bool, by dispatch: Dispatch
    ) throws(Dispatch.Failure) -> (entry: PlannedEntry, subject: String, text: String) {
        let language = context.mailbox.language
        let subject = letter.subject(of: request, language: language)
        let text = letter.text(of: request, settings: dispatch.settings, language: language)
        let pseudo = MessageID("ticket-\(context.ticket.value)@\(context.mailbox.address.domain)")
        let mail = try dispatch.prepare(
            Letter(
                mailClass: .legallyRequired, mailbox: context.mailbox, ticket: context.ticket, recipient: address,
                recipientName: context.recipientName, subject: OpeningSubject.text(subject, ticket: context.ticket),
                text: text, references: [pseudo].compactMap { $0 }, isFirstContact: isFirstContact,
                language: language))
        let entry = PlannedEntry(
            mail: mail, state: .queued, reason: nil, isFirstAnswer: false, isOverridden: false, isToRequester: true,
            nextAttemptAt: dispatch.world.now())
        return (entry, subject, text)
    }
}
