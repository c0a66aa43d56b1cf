package import Mail

/// The letter of Art. 34(2), in plain language: what happened, what it can mean, what was done, what to do now, and
/// whom to ask. Of class M0, so an unsubscribe does not hold it back; nothing else stands in it.
package enum BreachLetter {
    /// nil where nobody has found words in this language.
    package static func make(
        about breach: Breach, to recipient: EmailAddress, named name: String?, mailbox: MailboxProfile,
        settings: DeskSettings
    ) -> Letter? {
        let language = mailbox.language
        guard let text = text(about: breach, settings: settings, language: language) else { return nil }
        return Letter(
            mailClass: .legallyRequired, mailbox: mailbox, ticket: nil, recipient: recipient, recipientName: name,
            subject: Phrase.breachSubject.text(in: language, ["controller": settings.controller.name]), text: text,
            isFirstContact: false, language: language)
    }

    package static func text(about breach: Breach, settings: DeskSettings, language: Language) -> String? {
        guard let words = breach.account.words(in: language), words.isWhole else { return nil }
        let values = values(of: settings)
        return
            ([Phrase.breachGreeting.text(in: language, values)]
            + sections(words, values, language)
            + [Phrase.breachRequired.text(in: language, values)]).joined(separator: "\n\n")
    }

    /// The same, to be read by everybody (Art. 34(3)(c)).
    package static func publicText(about breach: Breach, settings: DeskSettings, language: Language) -> String? {
        guard let words = breach.account.words(in: language), words.isWhole else { return nil }
        let values = values(of: settings)
        return
            ([
                Phrase.breachSubject.text(in: language, values), Phrase.breachPublic.text(in: language, values),
            ] + sections(words, values, language)).joined(separator: "\n\n") + "\n"
    }

    private static func sections(_ words: BreachWords, _ values: [String: String], _ language: Language) -> [String] {
        let parts: [(Phrase, String)] = [
            (.breachNature, words.nature), (.breachConsequences, words.consequences),
            (.breachMeasures, words.measures), (.breachAdvice, words.advice),
        ]
        let told = parts.filter { !$0.1.isEmpty }.map { heading, text in
            heading.text(in: language) + "\n" + text
        }
        return told + [
            Phrase.breachContact.text(in: language, values), Phrase.breachRemedies.text(in: language, values),
        ]
    }

    private static func values(of settings: DeskSettings) -> [String: String] {
        let officer = settings.dataProtectionOfficer
        let contact = [officer?.name ?? "", officer?.email ?? settings.controller.email, officer?.phone ?? ""]
        let authority = [settings.authority?.name ?? "", settings.authority?.url ?? ""].filter { !$0.isEmpty }
        return [
            "controller": settings.controller.name, "service": settings.serviceName,
            "contact": contact.filter { !$0.isEmpty }.joined(separator: ", "),
            "authority": authority.isEmpty ? settings.controller.country : authority.joined(separator: ", "),
        ]
    }
}
