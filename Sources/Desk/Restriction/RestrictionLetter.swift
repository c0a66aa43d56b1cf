package import Mail

/// The mail that tells a person that the restriction of their data will be lifted, before it is (Art. 18(3)).
package enum RestrictionLetter {
    package static func make(
        of restriction: Restriction, because reason: String, to recipient: EmailAddress, mailbox: MailboxProfile,
        settings: DeskSettings
    ) -> Letter {
        let language = mailbox.language
        let values = [
            "service": settings.serviceName, "day": DayText.of(restriction.since), "reason": reason,
            "controller": settings.controller.email,
        ]
        let text = [
            Phrase.restrictionEnds.text(in: language, values), Phrase.restrictionEndsWhy.text(in: language, values),
            Phrase.restrictionRights.text(in: language, values), Phrase.rightsRequired.text(in: language, values),
        ]
        return Letter(
            mailClass: .legallyRequired, mailbox: mailbox, ticket: nil, recipient: recipient, recipientName: nil,
            subject: Phrase.restrictionSubject.text(in: language, values), text: text.joined(separator: "\n\n"),
            isFirstContact: false, language: language)
    }
}
