import Mail

/// The mail with the link (class M6). It holds no word that somebody typed (P15) and no advertisement: whoever did not
/// ask for it learns that nothing happens.
package enum OptInLetter {
    package static func make(
        _ optIn: OptIn, about consent: ConsentText?, token: String, mailbox: MailboxProfile, settings: DeskSettings,
        isFirstContact: Bool
    ) -> Letter {
        let language = optIn.language
        var values = [
            "service": settings.serviceName, "link": settings.confirmationURL(token: token),
            "day": DayText.of(optIn.askedAt), "until": DayText.of(optIn.expiresAt),
        ]
        let (subject, text): (Phrase, Phrase) =
            switch optIn.wish {
            case .resubscription: (.optInAgainSubject, .optInAgainText)
            case .consent: (.optInConsentSubject, .optInConsentText)
            }
        if let consent {
            // What is consented to is of the operator's words: nobody else can put any here.
            values["title"] = consent.title
            values["text"] = consent.text
            values["withdrawal"] = consent.withdrawal
        }
        return Letter(
            mailClass: .requestedLink, mailbox: mailbox, ticket: nil, recipient: optIn.address, recipientName: nil,
            subject: subject.text(in: language, values), text: text.text(in: language, values),
            isFirstContact: isFirstContact, language: language)
    }
}

extension DeskSettings {
    package func confirmationURL(token: String) -> String { "\(publicURL)/confirm/\(token)" }

    /// Which mailbox writes about a wish; nil when the configuration has none for it any more.
    package func mailbox(for wish: OptInWish) -> MailboxProfile? {
        switch wish {
        case .resubscription(let group): mailboxes.first { $0.suppressionGroup == group }
        case .consent(let wish): wish.mailbox.flatMap { mailbox(named: $0) } ?? mailboxes.first
        }
    }
}
