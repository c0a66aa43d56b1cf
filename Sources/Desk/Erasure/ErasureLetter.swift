package import Mail

/// The one mail that leaves after an erasure (Art. 12(3), 19): what was done, what stays, and whom to turn to.
package enum ErasureLetter {
    package static func make(
        of erasure: Erasure, to recipient: EmailAddress, mailbox: MailboxProfile, settings: DeskSettings
    ) -> Letter {
        let language = mailbox.language
        let values = ["service": settings.serviceName]
        return Letter(
            mailClass: .legallyRequired, mailbox: mailbox, ticket: nil, recipient: recipient, recipientName: nil,
            subject: Phrase.erasureSubject.text(in: language, values),
            text: paragraphs(erasure, settings, language).joined(separator: "\n\n"), isFirstContact: false,
            language: language)
    }

    private static func paragraphs(_ erasure: Erasure, _ settings: DeskSettings, _ language: Language) -> [String] {
        let erased = erasure.erased ?? ErasureCounts()
        var paragraphs = [
            Phrase.erasureDone.text(
                in: language,
                [
                    "service": settings.serviceName, "day": DayText.of(erasure.askedAt), "reference": erasure.id.hex,
                    "messages": String(erased.messages), "attachments": String(erased.attachments),
                ]),
            Phrase.erasureKept.text(in: language),
            erasure.openableUntil.map { Phrase.erasureBackups.text(in: language, ["day": DayText.of($0)]) }
                ?? Phrase.erasureBackupsUnknown.text(in: language),
        ]
        if erasure.copiesLeft > 0 {
            paragraphs.append(
                Phrase.erasureCopiesLeft.text(in: language, ["copies": String(erasure.copiesLeft)]))
        }
        if !erasure.unreachable.isEmpty {
            paragraphs.append(
                Phrase.erasureUnreachable.text(
                    in: language, ["copies": erasure.unreachable.joined(separator: "; ")]))
        }
        paragraphs.append(
            Phrase.erasureRights.text(
                in: language,
                ["controller": settings.controller.email, "authority": authority(of: settings, language)]))
        return paragraphs
    }

    private static func authority(of settings: DeskSettings, _ language: Language) -> String {
        let named = [settings.authority?.name, settings.authority?.url].compactMap { $0 }.filter { !$0.isEmpty }
        return named.isEmpty ? Phrase.erasureAnyAuthority.text(in: language) : named.joined(separator: ", ")
    }
}
